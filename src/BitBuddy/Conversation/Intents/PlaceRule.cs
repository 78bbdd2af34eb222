namespace BitBuddy.Conversation;

/// <summary>Places: "in Downloads", "in the folder Thesis", "my Uni/Thesis folder". Only known folders are places.</summary>
internal sealed class PlaceRule(Func<string, bool> isFolder)
{
    private const int LongestName = 4;

    /// <summary>Where "folder" is said; read before times, so that "the folder May" is no month.</summary>
    public void ReadNamed(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!IsFolderNoun(tokens[at]))
                continue;
            var name = at + 1;
            while (tokens[name] is "called" or "named")
                name++;
            if (Longest(tokens, name) is var after and > 0)
                Take(tokens, draft, at, name, after);
            else if (Before(tokens, at) is var before and > 0)
                Take(tokens, draft, at - before, at - before, before, tail: 1);
        }
    }

    /// <summary>A folder after a preposition.</summary>
    public void ReadAfterPreposition(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (AskPhrases.Everywhere.Match(tokens, at) is var everywhere and > 0 && !IsFolderNoun(tokens[at + everywhere]))
            {
                tokens.Use(at, everywhere);
                continue;
            }

            if (tokens.Word(at) is not ("in" or "inside" or "within" or "under" or "from" or "on" or "at" or "into" or "below"))
                continue;
            var (name, length) = (at + 1, Longest(tokens, at + 1));
            while (length == 0 && tokens[name] is "my" or "the" or "our" or "your" or "of" or "all")
                length = Longest(tokens, ++name);
            if (length > 0)
                Take(tokens, draft, at, name, length);
        }
    }

    /// <summary>"list Downloads": the one name left is a folder.</summary>
    public void ReadAlone(Tokens tokens, Draft draft)
    {
        var names = tokens.Left.Where(token => token.Quoted || !AskPhrases.Stop.Contains(token.Text)).ToArray();
        if (names is not [var name] || !IsKnown(name.Text))
            return;
        draft.Places.AddRange(Parts(name.Text));
        name.Used = true;
    }

    private static void Take(Tokens tokens, Draft draft, int from, int name, int length, int tail = 0)
    {
        draft.Places.AddRange(Parts(Join(tokens, name, length)).Except(draft.Places).ToArray());
        tokens.Use(from, name - from + length + tail);
    }

    private int Longest(Tokens tokens, int at)
    {
        for (var length = LongestName; length > 0; length--)
        {
            if (IsKnown(Join(tokens, at, length)))
                return length;
        }

        return 0;
    }

    private int Before(Tokens tokens, int at)
    {
        for (var length = LongestName; length > 0; length--)
        {
            if (IsKnown(Join(tokens, at - length, length)))
                return length;
        }

        return 0;
    }

    private bool IsKnown(string name) => Parts(name) is { Length: > 0 } parts && Array.TrueForAll(parts, part => isFolder(part));

    private static string[] Parts(string name) => name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Join(Tokens tokens, int at, int length)
    {
        var names = Enumerable.Range(at, length).Select(tokens.Name).ToArray();
        return Array.Exists(names, name => name.Length == 0) ? "" : string.Join(' ', names);
    }

    private static bool IsFolderNoun(string word) => word is "folder" or "directory" or "dir";
}
