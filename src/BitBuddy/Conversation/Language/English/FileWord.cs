using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>A word for files: of a kind, of some extensions, or with a word in the name.</summary>
internal sealed record FileWord(bool Plural)
{
    public FileKind? Kind { get; init; }
    public IReadOnlyList<string> Extensions { get; init; } = [];
    public string? Word { get; init; }
}
