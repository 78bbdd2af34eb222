namespace BitBuddy.Brains;

/// <summary>
/// Goes back within the reply that is being streamed. Its updates tell their place: <see cref="Position"/> is the number of tokens
/// sampled so far, <see cref="Tokens"/> the ids of those that are new.
/// </summary>
public interface IRewind
{
    /// <summary>Name of the additional property of an update: an <see cref="int"/>.</summary>
    const string Position = "bitbuddy.position";

    /// <summary>Name of the additional property of an update: an <c>int[]</c>.</summary>
    const string Tokens = "bitbuddy.tokens";

    /// <summary>
    /// The next update goes on from <paramref name="position"/>, as if the tokens behind it had never been said; none of
    /// <paramref name="closed"/> comes next there (earlier calls' closed tokens at the same position stay closed). Called between two
    /// updates, the last one included.
    /// </summary>
    void Rewind(int position, IReadOnlyList<int> closed);
}
