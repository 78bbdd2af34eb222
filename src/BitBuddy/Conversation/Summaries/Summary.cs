using BitBuddy.Files.Contents;

namespace BitBuddy.Conversation;

/// <summary>
/// The sentences that say most of a text, word for word: those whose words come up again and again in it, at most one or two of each
/// part of the text, none that says what another said.
/// </summary>
internal static class Summary
{
    private const int MostLooked = 20_000;
    private const int LeastWords = 5;
    private const int MostWords = 60;
    private const int LineLength = 200;
    private const double Alike = 0.5;

    /// <summary>Up to <paramref name="most"/> of them in their order; lines, where a text has no sentences.</summary>
    public static IReadOnlyList<FactSentence> Of(IReadOnlyList<TextPart> parts, int most)
    {
        var all = SentenceReader.Read(parts).Take(MostLooked).Select(sentence => (Sentence: sentence, Words: WordsOf(sentence.Text))).ToList();
        var said = all.Select((one, place) => (one.Sentence, one.Words, Place: place)).Where(one => IsSaid(one.Sentence.Text, one.Words)).ToList();
        if (said.Count == 0)
            return [.. all.Take(most).Select(one => one.Sentence with { Text = Shortened(one.Sentence.Text) })];
        var often = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in said.SelectMany(one => one.Words.Distinct()))
            often[word] = often.GetValueOrDefault(word) + 1;
        var best = said.Select((one, at) => (one.Sentence, Words: one.Words.ToHashSet(StringComparer.Ordinal), one.Place, Score: Score(one.Words, often, at, said.Count)))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Place);
        var (chosen, taken) = (new List<(FactSentence Sentence, HashSet<string> Words, int Place)>(), new int[most]);
        foreach (var one in best)
        {
            if (chosen.Count == most)
                break;
            var part = (int)((long)one.Place * most / all.Count);
            // Of a long text every part is heard.
            if ((said.Count > 4 * most && taken[part] > 1) || chosen.Exists(other => Likeness(other.Words, one.Words) > Alike))
                continue;
            taken[part]++;
            chosen.Add((one.Sentence, one.Words, one.Place));
        }

        return [.. chosen.OrderBy(one => one.Place).Select(one => one.Sentence)];
    }

    private static double Score(List<string> words, Dictionary<string, int> often, int at, int count)
    {
        var weight = words.Sum(word => Math.Log(1 + often[word])) / Math.Pow(words.Count, 0.7);
        // What a text begins with, it is about.
        return weight * (at < 3 ? 1.5 : at < count / 10 ? 1.2 : 1);
    }

    private static bool IsSaid(string text, List<string> words) =>
        words.Count >= 2 && text.Count(c => c == ' ') is >= LeastWords - 1 and <= MostWords && text.Count(c => char.IsLetter(c) || c == ' ') > text.Length * 0.8
        && text[^1] is '.' or '!' or '?' or '…' or '。' or '"' or '”' or ')' or '»' or ':';

    private static List<string> WordsOf(string text) =>
        [.. ContentWords.Of(ContentWords.Fold(text)).Where(word => word.Length > 2 && !SummaryWords.Stop.Contains(word) && char.IsLetter(word[0]))];

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return (double)shared / Math.Max(1, Math.Min(one.Count, other.Count));
    }

    private static string Shortened(string text) => text.Length <= LineLength ? text : NameText.Cut(text, LineLength);
}
