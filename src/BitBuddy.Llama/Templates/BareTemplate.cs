namespace BitBuddy.Llama.Templates;

/// <summary>A prompt that brings its own frame: its texts one behind the other.</summary>
internal sealed class BareTemplate : ChatTemplate
{
    public static readonly BareTemplate Instance = new();

    public override string Family => "bare";

    public override IReadOnlyList<PromptPiece> Render(IReadOnlyList<PromptMessage> messages)
    {
        var content = 0;
        return [.. messages.SelectMany(message => message.Contents.Select(text => new PromptPiece(text, message.Role == PromptRole.Frame, content++)))];
    }
}
