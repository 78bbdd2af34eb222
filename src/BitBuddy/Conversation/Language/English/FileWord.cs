using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>A word for files: of a kind, of some extensions, or with a word in the name.</summary>
internal sealed record FileWord(bool Plural)
{
    /// <summary>Further kinds it means.</summary>
    public Files.FileKind[] Also { get; init; } = [];

    public FileKind? Kind { get; init; }
    public IReadOnlyList<string> Extensions { get; init; } = [];
    public string? Word { get; init; }
}
