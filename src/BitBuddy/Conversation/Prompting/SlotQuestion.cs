using System.Text;

namespace BitBuddy.Conversation;

/// <summary>A question as a brain of slots is told it: plain lower-case words; every name, place and number of it is a slot.</summary>
internal static class SlotQuestion
{
    private const int MostWords = 24;
    private const int LongestWord = 20;

    private static readonly Dictionary<Rune, string> Marks = new() { [new Rune('?')] = "?", [new Rune('!')] = "!" };

    /// <summary>Pieces in their order: a word (with a space before all but the first), a mark, or the token of a slot.</summary>
    public static IReadOnlyList<SlotPiece> Read(string question, Intent intent, Facts facts, string buddy)
    {
        var names = Words([.. intent.Query.Words, .. facts.Files.Take(Situations.Named).Select(file => file.Name)]);
        var places = Words([.. intent.Query.Places, .. facts.Folders.Select(folder => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)))]);
        var own = Words([buddy]);
        var pieces = new List<SlotPiece>();
        foreach (var word in Split(PromptText.Clean(question, PromptBudget.QuestionCharacters)).Take(MostWords))
        {
            var slot = word.Any(char.IsDigit) ? "number"
                : own.Contains(word) ? "name"
                : names.Contains(word) && !FileWords.IsWord(word) && !AskPhrases.Stop.Contains(word) ? "asked"
                : places.Contains(word) ? "place"
                : word.Length > LongestWord || !word.All(IsPlain) ? "asked"
                : null;
            if (slot is null)
                pieces.Add(new SlotPiece(pieces.Count == 0 || Marks.ContainsValue(word) ? word : " " + word, IsToken: false));
            else if (pieces is not [.., { IsToken: true } last] || last.Text != SlotTokens.Of(slot))
                pieces.Add(new SlotPiece(SlotTokens.Of(slot), IsToken: true));
        }

        return pieces;
    }

    // "What's in report_v2.pdf?" to "whats", "in", "report", "v2", "pdf", "?"
    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                word.Append(Rune.ToLowerInvariant(rune));
                continue;
            }

            if (rune.Value is '\'' or '’')
                continue;
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
            if (Marks.TryGetValue(rune, out var mark))
                yield return mark;
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static HashSet<string> Words(IEnumerable<string> texts) => [.. texts.SelectMany(Split).Where(word => !Marks.ContainsValue(word))];

    private static bool IsPlain(char letter) => char.IsAsciiLetterLower(letter) || letter is '?' or '!';
}
