using BitBuddy.Conversation;

namespace BrainSchool.Lessons;

/// <summary>Phrases by section: those of the rules voice, and the school's own in the same form ("== Section", one phrase a line).</summary>
internal sealed class Grammar
{
    private static readonly string[] Characters = ["glitch", "citrus", "slate", "nova"];
    private readonly Dictionary<string, List<string>> _common = Read("common.txt");
    private readonly Dictionary<string, Dictionary<string, List<string>>> _own = Characters.ToDictionary(name => name, name => Read(name + ".txt"));

    /// <summary>Phrases that any buddy says.</summary>
    public IReadOnlyList<string> Common(string section) => [.. PhraseFile.Common[section], .. _common.GetValueOrDefault(section, [])];

    /// <summary>Phrases of one character alone.</summary>
    public IReadOnlyList<string> Own(string character, string section) =>
        [.. PhraseFile.Of(character)![section], .. _own[character].GetValueOrDefault(section, [])];

    /// <summary>The school's widening alone, of the character or, where null, of any.</summary>
    public IReadOnlyList<string> Wide(string? character, string section) => (character is null ? _common : _own[character]).GetValueOrDefault(section, []);

    /// <summary>Every phrase there is.</summary>
    public IEnumerable<string> All =>
        PhraseFile.Common.Sections.SelectMany(section => PhraseFile.Common[section])
            .Concat(Characters.SelectMany(name => PhraseFile.Of(name)!.Sections.SelectMany(section => PhraseFile.Of(name)![section])))
            .Concat(_own.Values.Append(_common).SelectMany(sections => sections.Values).SelectMany(phrases => phrases));

    /// <summary>The sections of a file of this folder.</summary>
    public static Dictionary<string, List<string>> Read(string name)
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The grammar {name} is not in this program.");
        using var reader = new StreamReader(stream);
        Dictionary<string, List<string>> sections = [];
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
                sections[line[3..]] = section = sections.GetValueOrDefault(line[3..], []);
            else if (line.Length > 0 && line[0] != '#')
                section.Add(line);
        }

        return sections;
    }
}
