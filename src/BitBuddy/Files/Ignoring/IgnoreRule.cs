namespace BitBuddy.Files.Ignoring;

/// <summary>One line of a <c>.bitbuddyignore</c>, understood as git understands its own.</summary>
/// <param name="Takes">False for a line that begins with "!": what it fits is not ignored after all.</param>
internal sealed record IgnoreRule(bool Takes, bool FoldersOnly, string[] Parts)
{
    private const int LongestLine = 500;

    // Each may stand for any number of folders; more would make looking slow.
    private const int MostDoubleStars = 3;

    /// <summary>The rule of a line; null for an empty line, a comment, or one that is no pattern.</summary>
    public static IgnoreRule? Of(string line)
    {
        line = line.TrimEnd();
        if (line.Length is 0 or > LongestLine || line[0] == '#')
            return null;
        var takes = line[0] != '!';
        var pattern = takes ? line : line[1..];
        var foldersOnly = pattern.EndsWith('/');
        pattern = pattern.TrimEnd('/');
        var isPlaced = pattern.Contains('/');
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 || parts.Count(part => part == "**") > MostDoubleStars ? null
            : new IgnoreRule(takes, foldersOnly, isPlaced ? parts : ["**", .. parts]);
    }

    /// <param name="path">Names from the folder of the rules on.</param>
    public bool Fits(ReadOnlySpan<string> path, bool isFolder) => (isFolder || !FoldersOnly) && Fits(Parts, path);

    private static bool Fits(ReadOnlySpan<string> parts, ReadOnlySpan<string> path)
    {
        if (parts.IsEmpty)
            return path.IsEmpty;
        if (parts[0] != "**")
            return !path.IsEmpty && FitsName(parts[0], path[0]) && Fits(parts[1..], path[1..]);
        // Behind "a/**" must be something.
        for (var skipped = parts.Length == 1 ? path.Length : 0; skipped <= path.Length; skipped++)
        {
            if (Fits(parts[1..], path[skipped..]))
                return parts.Length > 1 || !path.IsEmpty;
        }

        return false;
    }

    // "*" takes as little as it can, and more where the rest does not fit: the last star alone has to be tried again.
    private static bool FitsName(string pattern, string name)
    {
        var (p, n, star, retry) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, n);
            }
            else if (p < pattern.Length && Next(pattern, p, name[n]) is var next and > 0)
            {
                (p, n) = (next, n + 1);
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    // Behind the piece of a pattern that takes this letter; 0 where it does not.
    private static int Next(string pattern, int at, char letter)
    {
        switch (pattern[at])
        {
            case '?':
                return at + 1;
            case '\\' when at + 1 < pattern.Length:
                return pattern[at + 1] == letter ? at + 2 : 0;
            case '[' when pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) is var end and > 0:
                var not = pattern[at + 1] is '!' or '^';
                return IsOneOf(pattern.AsSpan()[(not ? at + 2 : at + 1)..end], letter) != not ? end + 1 : 0;
            default:
                return pattern[at] == letter ? at + 1 : 0;
        }
    }

    private static bool IsOneOf(ReadOnlySpan<char> letters, char letter)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var isRange = i + 2 < letters.Length && letters[i + 1] == '-';
            if (isRange ? letters[i] <= letter && letter <= letters[i + 2] : letters[i] == letter)
                return true;
            i += isRange ? 2 : 0;
        }

        return false;
    }
}
