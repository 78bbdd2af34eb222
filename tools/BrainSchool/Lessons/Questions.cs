using BitBuddy.Conversation;

namespace BrainSchool.Lessons;

/// <summary>What people write, by situation: patterns with choices, then the slips of hurried hands.</summary>
/// <param name="file">A file of patterns: "questions.txt", or "held-out.txt" for those that are never learned from.</param>
internal sealed class Questions(string file)
{
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["{kind}"] = ["pdfs", "photos", "pictures", "videos", "songs", "documents", "spreadsheets", "files", "archives", "presentations", "movies", "images", "docs", "zip files", "text files", "music", "scripts", "screenshots", "word documents"],
        ["{one}"] = ["pdf", "photo", "picture", "video", "song", "document", "spreadsheet", "file", "archive", "presentation", "movie", "image"],
        ["{when}"] = ["today", "yesterday", "last week", "this month", "last month", "this year", "last summer", "in march", "in june", "before christmas", "recently", "lately"],
    };

    private readonly Dictionary<string, List<string>> _patterns = Grammar.Read(file);

    /// <summary>A question for this situation, with {asked}, {place}, {number} and {name} still open.</summary>
    public string Of(Situation situation, Random random)
    {
        var patterns = _patterns.Where(section => section.Key.Split(' ').Contains(situation.ToString())).Select(section => section.Value).ToList();
        var text = Phrase.Settle(random.Pick(random.Pick(patterns)), random.Next);
        foreach (var (slot, words) in Kinds)
        {
            while (text.IndexOf(slot, StringComparison.Ordinal) is >= 0 and var at)
                text = string.Concat(text.AsSpan(0, at), random.Pick(words), text.AsSpan(at + slot.Length));
        }

        if (_patterns.TryGetValue("Before", out var before) && random.Chance(0.3))
            text = $"{Phrase.Settle(random.Pick(before), random.Next)} {text}";
        if (_patterns.TryGetValue("Behind", out var behind) && random.Chance(0.2))
            text = $"{text} {Phrase.Settle(random.Pick(behind), random.Next)}";
        return Slip(text.Trim(), random) + random.Pick((string[])["?", "?", "", "", "!", ".", "??"]);
    }

    // A letter lost, doubled or changed with its neighbour; slots stay whole.
    private static string Slip(string text, Random random)
    {
        if (!random.Chance(0.2))
            return text;
        var words = text.Split(' ');
        var at = random.Next(words.Length);
        var word = words[at];
        if (word.Length < 4 || word.Contains('{', StringComparison.Ordinal))
            return text;
        var i = random.Next(1, word.Length - 1);
        words[at] = random.Next(3) switch
        {
            0 => word.Remove(i, 1),
            1 => word.Insert(i, word[i].ToString()),
            _ => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}",
        };
        return string.Join(' ', words);
    }
}
