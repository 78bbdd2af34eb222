using System.Collections.Concurrent;

namespace BitBuddy.Conversation;

/// <summary>Phrases by section, as the language folder holds them: "== Section", then one phrase a line.</summary>
internal sealed class PhraseFile
{
    private const string Head = "== ";
    private static readonly char[] LineEnds = ['\n', '\r'];
    private static readonly ConcurrentDictionary<string, PhraseFile> Read = new();

    // The lines of a section are told apart when it is first spoken: one reply needs few of them.
    private readonly Dictionary<string, (string Text, Range Where)> _sections = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _phrases = new();

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
    public IReadOnlyList<string> this[string section] => _phrases.GetOrAdd(section, Phrases);

    private string[] Phrases(string section) => _sections.TryGetValue(section, out var lines)
        ? [.. lines.Text[lines.Where].Split(LineEnds, StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')]
        : [];

    private void Add(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream($"BitBuddy.Conversation.Language.English.Voice.{name}.txt")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        for (var head = Next(0); head < text.Length;)
        {
            var begin = text.IndexOf('\n', head) is var end and >= 0 ? end : text.Length;
            var next = Next(begin);
            _sections[text[(head + Head.Length)..begin].TrimEnd('\r')] = (text, begin..next);
            head = next;
        }

        // Where a line begins a section, from there on; else the end.
        int Next(int from) => text.AsSpan(from).StartsWith(Head) ? from : text.IndexOf($"\n{Head}", from, StringComparison.Ordinal) is var at and >= 0 ? at + 1 : text.Length;
    }
}
