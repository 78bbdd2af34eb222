namespace BitBuddy.Conversation;

/// <summary>
/// Places: "in Downloads", "in Uni and Thesis", "my Uni/Thesis folder", "in ~/Documents". Only known folders are places;
/// listed ones are alternatives, one after the other ("in Thesis in Uni") is nested.
/// </summary>
internal sealed class PlaceRule(Tokens tokens, Func<string, bool> isFolder)
{
    private const int LongestName = 4;
    private readonly List<(int Start, int End, string Path)> places = [];

    /// <summary>Where "folder" is said; read before times, so that "the folder May" is no month.</summary>
    public void ReadNamed()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Searched(at) is > 0 and var searched)
                Take(at - searched, at - searched);
            // "in Summer in Greece", where there is such a folder: no summer
            if (IsPreposition(tokens.Word(at)) && NameFrom(at + 1) is > 0 and var whole && Longest(whole) > 1 && !IsTime(whole, Longest(whole)))
                Take(at, whole);
            if (!IsFolderNoun(tokens[at]))
                continue;
            var name = at + 1;
            while (tokens[name] is "called" or "named" || (tokens[name] == "is" && tokens[name + 1] is "called" or "named"))
                name++;
            if (Longest(name) > 0)
                Take(at, name);
            else if (Before(at) is var before and > 0)
                Take(at - before, at - before);
        }
    }

    /// <summary>Folders after a preposition.</summary>
    public void ReadAfterPreposition()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            IsHere |= AskPhrases.OnThis.Match(tokens, at) > 0;
            if (AskPhrases.Everywhere.Match(tokens, at) is var everywhere and > 0 && !IsFolderNoun(tokens[at + everywhere]))
                tokens.Use(at, everywhere);
            else if (tokens.Word(at) is "of" && IsFolderNoun(tokens.Word(at - 1)) && NameFrom(at + 1) is var outer and > 0)
                Take(at, outer);
            else if (IsPreposition(tokens.Word(at)) && NameFrom(at + 1) is var name and > 0)
                Take(at, name);
        }
    }

    /// <summary>"list Downloads": the one name left is a folder.</summary>
    public void ReadAlone()
    {
        var names = Enumerable.Range(0, tokens.Count).Where(at => tokens.Name(at).Length > 0 && !AskPhrases.Stop.Contains(tokens[at])).ToArray();
        if (names is not [var name] || Path(name, 1) is null)
            return;
        // "show me invoices" may mean those in no folder of that name; its files are among those of the word.
        if (tokens[name].Contains('/') || Plurals.Stem(tokens[name]) == tokens[name] || tokens.Word(name - 1) is "to" or "open" || PlaceWords.Usual.Contains(tokens[name]))
            Take(name, name);
    }

    /// <summary>"on this computer" was said.</summary>
    public bool IsHere { get; private set; }

    /// <summary>What was downloaded lies in Downloads, where there is such a folder and no other is said.</summary>
    public void ReadDownloads(Draft draft)
    {
        for (var at = 0; places.Count == 0 && at < tokens.Count; at++)
        {
            if ((tokens.Word(at) is "download" or "downloaded" or "downloading" || tokens[at] == "downloads") && isFolder("downloads"))
            {
                places.Add((at, at + 1, "downloads"));
                draft.SaysFiles = true;
                tokens.Use(at, 1);
            }
        }
    }

    /// <summary>The places read so far, as a query wants them.</summary>
    public void Settle(Draft draft)
    {
        var said = places.OrderBy(place => place.Start).ToArray();
        for (var i = 0; i < said.Length; i++)
        {
            var path = said[i].Path;
            if (draft.Places.Contains(path))
                continue;
            var between = i == 0 ? [] : Enumerable.Range(said[i - 1].End, said[i].Start - said[i - 1].End + 1).ToArray();
            var listed = i == 0 || between.Any(at => tokens.Next(at) >= 0);
            // "pdfs in Uni and photos in Downloads" are two questions.
            draft.IsUnread |= listed && between.SkipLast(1).Any(at => FileWords.IsWord(tokens.Word(at)));
            if (listed)
                draft.Places.Add(path);
            else
                draft.Places[^1] = $"{path}/{draft.Places[^1]}";
        }
    }

    private void Take(int start, int name)
    {
        for (var more = name; more >= 0; more = NameFrom(tokens.Next(name)))
        {
            var length = Longest(more);
            places.Add((start, more + length, Path(more, length)!));
            name = more + length;
            tokens.Use(start, name - start);
            start = name;
        }

        if (IsFolderNoun(tokens[name]))
            tokens.Use(name, 1);
    }

    // "search my documents for contracts": how many words before "for" are the folder.
    private int Searched(int at)
    {
        if (tokens[at] != "for" || Before(at) is not (> 0 and var before))
            return 0;
        var verb = at - before - 1;
        while (tokens.Word(verb) is "my" or "the" or "our" or "all")
            verb--;
        return tokens.Word(verb) is "search" or "in" or "through" or "inside" or "check" or "scan" ? before : 0;
    }

    // Past "my" and "the"; -1 when no folder's name stands there.
    private int NameFrom(int at)
    {
        if (at < 0)
            return -1;
        while (Longest(at) == 0)
        {
            if (tokens[at++] is not ("my" or "the" or "our" or "your" or "of" or "all" or "both"))
                return -1;
        }

        return at;
    }

    private int Longest(int at)
    {
        var length = LongestName;
        while (length > 0 && Path(at, length) is null)
            length--;
        return length;
    }

    private int Before(int at)
    {
        var length = LongestName;
        while (length > 0 && Path(at - length, length) is null)
            length--;
        return length;
    }

    // Null unless each part is a known folder; of a whole path those that end it, for it starts above them.
    private string? Path(int at, int length)
    {
        var names = Enumerable.Range(at, length).Select(tokens.Name).ToArray();
        if (Array.Exists(names, name => name.Length == 0))
            return null;
        var name = string.Join(' ', names);
        var parts = name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = parts.Length;
        while (first > 0 && isFolder(parts[first - 1]))
            first--;
        return first < parts.Length && (first == 0 || UnreadWords.IsWholePath(name)) ? string.Join('/', parts[first..]) : null;
    }

    private bool IsTime(int at, int length) =>
        Enumerable.Range(at, length).All(word => CalendarWords.Month(tokens[word]) > 0 || CalendarWords.Year(tokens[word]) > 0 || CalendarWords.Season(tokens[word]) > 0 || CalendarWords.Day(tokens[word]) > 0 || CalendarWords.Weekday(tokens[word]) is not null || CalendarWords.Unit(tokens[word]) != '\0' || tokens[word] is "last" or "this");

    private static bool IsPreposition(string word) => word is "in" or "inside" or "within" or "under" or "from" or "on" or "at" or "into" or "below";

    private static bool IsFolderNoun(string word) => word is "folder" or "folders" or "directory" or "directories" or "dir";
}
