using System.Collections.Concurrent;

namespace BitBuddy.Conversation;

/// <summary>Phrases by section, as the language folder holds them: "== Section", then one phrase a line.</summary>
internal sealed class PhraseFile
{
    private const string Head = "== ";
    private static readonly ConcurrentDictionary<string, PhraseFile> Read = new();

    private readonly Dictionary<string, List<string>> _sections = [];

    private PhraseFile(params string[] names)
    {
        foreach (var name in names)
            Add(name);
    }

    /// <summary>What every buddy says.</summary>
    public static PhraseFile Common => Read.GetOrAdd("", _ => new PhraseFile("files", "talk"));

    /// <summary>What only this starter character says; null for a buddy of no such character.</summary>
    public static PhraseFile? Of(string? character) =>
        character is not null && Personalities.Characters.Ids.Contains(character) ? Read.GetOrAdd(character, name => new PhraseFile(name)) : null;

    public IEnumerable<string> Sections => _sections.Keys;

    /// <summary>Empty where there is no such section.</summary>
    public IReadOnlyList<string> this[string section] => _sections.TryGetValue(section, out var phrases) ? phrases : [];

    private void Add(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream($"BitBuddy.Conversation.Language.English.Voice.{name}.txt")!;
        using var reader = new StreamReader(stream);
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(Head, StringComparison.Ordinal))
                _sections[line[Head.Length..]] = section = [];
            else if (line.Length > 0 && line[0] != '#')
                section.Add(line);
        }
    }
}
