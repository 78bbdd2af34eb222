using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Which of two is more: "which is newer, the draft or the final one?", "what's bigger: a.zip or b.zip".</summary>
internal sealed class CompareRule(TimeProvider clock, Func<string, bool> isFolder)
{
    /// <summary>Comparatives, and what they sort by.</summary>
    public static readonly Dictionary<string, FileOrder> Orders = new()
    {
        ["newer"] = FileOrder.Newest, ["younger"] = FileOrder.Newest, ["fresher"] = FileOrder.Newest, ["later"] = FileOrder.Newest,
        ["older"] = FileOrder.Oldest, ["earlier"] = FileOrder.Oldest,
        ["bigger"] = FileOrder.Largest, ["larger"] = FileOrder.Largest, ["heavier"] = FileOrder.Largest,
        ["smaller"] = FileOrder.Smallest, ["lighter"] = FileOrder.Smallest,
    };

    /// <summary>Both, the one asked for first; null where no two are compared by their names.</summary>
    public Intent? Read(Tokens tokens)
    {
        var at = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        if (tokens[at] is not ("which" or "what"))
            return null;
        at++;
        while (tokens[at] is "one" or "file" or "of" or "the" or "two" or "these" or "is" or "are")
            at++;
        if (!Orders.TryGetValue(tokens[at], out var order))
            return null;
        var or = Enumerable.Range(at, tokens.Count - at).FirstOrDefault(word => tokens[word] is "or");
        if (or == 0 || Words(tokens, at + 1, or) is not { } one || Words(tokens, or + 1, tokens.Count) is not { } other)
            return null;
        return new Intent(order is FileOrder.Newest or FileOrder.Oldest ? IntentKind.Newest : IntentKind.Largest, new FileQuery { Either = [one, other], Order = order }) { IsCompared = true };
    }

    // Names alone: two folders have no one date or size here.
    private IReadOnlyList<string>? Words(Tokens tokens, int start, int end) =>
        new QuestionReader(clock, isFolder).ReadPart(tokens.Part(start, end)) is { IsUnread: false, Order: FileOrder.Relevance } draft && draft.ToQuery() is { IsOfWords: true } query ? query.Words : null;
}
