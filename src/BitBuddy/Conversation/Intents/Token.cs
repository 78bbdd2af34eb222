namespace BitBuddy.Conversation;

/// <summary>One word of a question, or a quoted phrase.</summary>
internal sealed class Token(string text, bool quoted)
{
    public string Text { get; set; } = text.ToLowerInvariant();
    public bool Quoted { get; } = quoted;

    /// <summary>A comma stands before it.</summary>
    public bool AfterComma { get; set; }

    /// <summary>Some rule has understood it; it is no name word any more.</summary>
    public bool Used { get; set; }
}
