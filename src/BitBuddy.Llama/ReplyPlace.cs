namespace BitBuddy.Llama;

/// <summary>Names of the additional properties by which an update tells its place in the reply; see <see cref="LlamaChatClient.Rewind"/>.</summary>
public static class ReplyPlace
{
    /// <summary>An <see cref="int"/>: tokens sampled so far, this update's included.</summary>
    public const string Position = "bitbuddy.position";

    /// <summary>An <c>int[]</c>: ids of the tokens that are new with this update.</summary>
    public const string Tokens = "bitbuddy.tokens";
}
