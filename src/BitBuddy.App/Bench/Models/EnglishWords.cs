using System.Text;

namespace BitBuddy.App.Bench.Models;

/// <summary>Common English words with about how often they stand in a text, most often first.</summary>
internal static class EnglishWords
{
    private const string Resource = "common-english.txt";
    private const long Often = 1_000_000;

    // So many words at the beginning of the list never take an ending.
    private const int Fixed = 120;

    private static readonly string[] Endings = ["s", "ed", "ing", "er", "ly"];

    public static IReadOnlyList<string> All { get; } = Read();

    /// <summary>The words as they stand in texts: behind a mark for the space, at a beginning, and with the endings they may take.</summary>
    public static IEnumerable<KeyValuePair<string, long>> Counted(string space)
    {
        var counts = new Dictionary<string, long>();
        foreach (var (word, place) in All.Select((word, place) => (word, place)))
        {
            // As in any language, the n-th word is about n times as rare as the first.
            var count = Often / (place + 5);
            Count(word, count);
            foreach (var ending in place < Fixed ? [] : Endings)
                Count((ending[0] is 'e' or 'i' ? word.TrimEnd('e') : word) + ending, count / 8);
        }

        return counts;

        void Count(string word, long count)
        {
            var capital = char.ToUpperInvariant(word[0]) + word[1..];
            foreach (var (form, share) in (ReadOnlySpan<(string, int)>)[(space + word, 1), (space + capital, 10), (capital, 20), (word, 20)])
                counts[form] = counts.GetValueOrDefault(form) + Math.Max(1, count / share);
        }
    }

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(EnglishWords).Assembly.GetManifestResourceStream(Resource)!, Encoding.UTF8);
        // Words with an apostrophe are cut there by every tokenizer.
        return [.. reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsAsciiLetter)).Distinct()];
    }
}
