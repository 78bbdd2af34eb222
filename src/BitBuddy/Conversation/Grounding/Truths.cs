using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What the facts would let a claim be, as it is spelled: where a refused one leaves it, another word may still come true.</summary>
internal sealed class Truths
{
    private readonly string[] texts;

    public Truths(Facts facts, TimeProvider clock)
    {
        FileEntry[] files = [.. facts.Files, .. facts.Near];
        // From each word of a name on: "tax return 2019.pdf" may be held from its number. A path is held whole.
        IEnumerable<string> said = [.. files.Select(file => Display.Line(file.Name)).SelectMany(FromEachWord), .. files.Select(file => Display.Line(file.Path)), .. facts.Files.SelectMany(file => (string[])[Said.Size(file.Bytes), Said.Day(file.Modified, clock)])];
        IEnumerable<long?> counts = [facts.Count, facts.Health?.Files, facts.Health?.Folders];
        IEnumerable<long?> sizes = [facts.Bytes, facts.Health?.Bytes, facts.Health?.DiskFree, facts.Health?.DiskTotal];
        texts = [.. said, .. counts.OfType<long>().Select(Said.Number), .. sizes.OfType<long>().Select(Said.Size)];
    }

    /// <summary>How many of its first characters also begin a truth; 0 where it is the beginning of one: then its spelling is not what is wrong.</summary>
    public int Shared(string claim)
    {
        var shared = texts.Select(text => Shared(claim, text)).DefaultIfEmpty().Max();
        return shared < claim.Length ? shared : 0;
    }

    private static int Shared(string claim, string text)
    {
        var at = 0;
        while (at < claim.Length && at < text.Length && char.ToLowerInvariant(claim[at]) == char.ToLowerInvariant(text[at]))
            at++;
        return at;
    }

    private static IEnumerable<string> FromEachWord(string name)
    {
        for (var at = 0; at >= 0; at = name.IndexOf(' ', at) is >= 0 and var space ? space + 1 : -1)
            yield return name[at..];
    }
}
