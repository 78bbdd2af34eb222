using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BitBuddy.Injections;

/// <summary>Texts that try to make a buddy do something: by family, each with a name of its own (corpus.json).</summary>
internal static class Corpus
{
    public static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Families = Load();

    public static IEnumerable<(string Family, string Name, string Text)> All =>
        Families.SelectMany(family => family.Value.Select(text => (family.Key, text.Key, text.Value)));

    /// <summary>A row of a theory for each of them, listed by its name.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Rows(IEnumerable<(string Family, string Name, string Text)> cases) =>
        cases.Select(one => new TheoryDataRow<string, string>(one.Family, one.Name) { TestDisplayName = $"{one.Family}: {one.Name}" });

    /// <summary>As a file may be called on Linux.</summary>
    public static string FileName(string text)
    {
        var name = text.Replace('/', '\u2215').Replace("\0", "", StringComparison.Ordinal);
        while (Encoding.UTF8.GetByteCount(name) > 240)
            name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        return name + ".pdf";
    }

    /// <summary>Nothing printed may steer a screen or hide on it: only line feeds and tabs are ours.</summary>
    public static void CheckShown(string printed) => Assert.DoesNotContain(printed.EnumerateRunes(), rune => rune.Value is not ('\n' or '\t')
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is (>= 0xE0100 and <= 0xE01EF) or 0x115F or 0x1160 or 0x3164 or 0xFFA0));

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream("injections.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }
}
