namespace BitBuddy.Conversation;

/// <summary>
/// The special tokens of prompt layout 2. Each slot of the phrase files has a token of its own, the same in every prompt, so that what a
/// slot means is never to be guessed.
/// </summary>
internal static class SlotTokens
{
    /// <summary>So many tokens of slots a brain's vocabulary has, one behind the other; those without a name yet are never in a prompt.</summary>
    public const int Count = 64;

    public const string Question = "<|q|>", Answer = "<|a|>", End = "<|end|>";

    // A trained brain knows these by their place: more are added at the end, and none is ever moved.
    private static readonly string[] Known =
    [
        "files", "those", "that", "size", "are", "file", "file-size", "date", "day", "folder", "best", "value", "others", "list", "near",
        "add-folder", "mood", "because", "cure", "also", "all-files", "all-folders", "all-size", "disk-free", "disk-total", "brain", "hello",
        "goodbye", "name", "arc", "skill", "phrase", "asked", "place", "number", "sentence", "source", "groups", "copies", "wasted", "example",
        "older", "plan", "unopened", "sets", "spare", "versions", "parts", "since", "unused", "gist", "why",
    ];

    private static readonly Dictionary<string, int> Places = Known.Index().ToDictionary(slot => slot.Item, slot => slot.Index);

    /// <summary>Slots by the numbers of their tokens.</summary>
    public static IReadOnlyList<string> Names => Known;

    /// <summary>"files" to "&lt;|v0|&gt;".</summary>
    public static string Of(string slot) => $"<|v{Number(slot)}|>";

    /// <summary>The number of a slot's token among those of slots.</summary>
    /// <exception cref="KeyNotFoundException">No slot has this name.</exception>
    public static int Number(string slot) => Places[slot];

    /// <summary>A phrase as a brain writes it: "You have {files}." to "You have &lt;|v0|&gt;."</summary>
    public static string InPhrase(string phrase) => Known.Aggregate(phrase, (text, slot) => text.Replace($"{{{slot}}}", Of(slot), StringComparison.Ordinal));
}
