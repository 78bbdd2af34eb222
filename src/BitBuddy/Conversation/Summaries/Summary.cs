using BitBuddy.Files.Contents;

namespace BitBuddy.Conversation;

/// <summary>
/// The sentences that say most of a text, word for word: those whose words come up again and again in it, none that says what another said.
/// </summary>
internal sealed class Summary
{
    private const int MostLooked = 20_000;
    private const int LeastWords = 5;
    private const int MostWords = 60;
    private const int LineLength = 200;
    private const double Alike = 0.5;

    /// <summary>A section has at least so many sentences: of fewer, nothing is gained by summing them up apart.</summary>
    private const int LeastOfSection = 8;

    private readonly List<FactSentence> _all;
    private readonly List<Told> _told;

    public Summary(IReadOnlyList<TextPart> parts)
    {
        var all = SentenceReader.Read(parts).Take(MostLooked).Select(sentence => (Sentence: sentence, Words: WordsOf(sentence.Text))).ToList();
        _all = [.. all.Select(one => one.Sentence)];
        var said = all.Select((one, place) => (one.Sentence, one.Words, Place: place)).Where(one => IsSaid(one.Sentence.Text, one.Words)).ToList();
        var often = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in said.SelectMany(one => one.Words.Distinct()))
            often[word] = often.GetValueOrDefault(word) + 1;
        _told = [.. said.Select((one, at) => new Told(one.Sentence, one.Words.ToHashSet(StringComparer.Ordinal), one.Place, Score(one.Words, often, at, said.Count)))];
    }

    /// <summary>Up to <paramref name="most"/> of them in their order, at most one or two of each part of a long text; lines, where a text has no sentences.</summary>
    public IReadOnlyList<FactSentence> Best(int most) => _told.Count == 0
        ? [.. _all.Take(most).Select(sentence => sentence with { Text = Shortened(sentence.Text) })]
        : InOrder(Best(_told, most));

    /// <summary>The text in up to <paramref name="most"/> sections of like length with the best sentences of each; none where it is too short for two.</summary>
    public IReadOnlyList<TextSection> Sections(int most, int each)
    {
        var count = Math.Min(most, _told.Count / LeastOfSection);
        return count < 2 ? [] : [.. Enumerable.Range(0, count).Select(section =>
        {
            var told = _told[(_told.Count * section / count)..(_told.Count * (section + 1) / count)];
            var best = Best(told, each);
            return new TextSection(told[0].Sentence, told[^1].Sentence, best[0].Sentence, InOrder(best));
        })];
    }

    // The best first.
    private static List<Told> Best(List<Told> told, int most)
    {
        var (chosen, taken) = (new List<Told>(), new int[most]);
        var (first, length) = (told[0].Place, told[^1].Place - told[0].Place + 1);
        foreach (var one in told.OrderByDescending(one => one.Score).ThenBy(one => one.Place))
        {
            if (chosen.Count == most)
                break;
            var part = (int)((long)(one.Place - first) * most / length);
            // Of a long text every part is heard.
            if ((told.Count > 4 * most && taken[part] > 1) || chosen.Exists(other => Likeness(other.Words, one.Words) > Alike))
                continue;
            taken[part]++;
            chosen.Add(one);
        }

        return chosen;
    }

    private static IReadOnlyList<FactSentence> InOrder(List<Told> chosen) => [.. chosen.OrderBy(one => one.Place).Select(one => one.Sentence)];

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

    private sealed record Told(FactSentence Sentence, HashSet<string> Words, int Place, double Score);
}
