namespace BitBuddy.Conversation;

/// <summary>What a reply must say, each once, and what it may say beside it, by slots of the phrase files.</summary>
internal sealed record SlotNeeds(IReadOnlyList<string> Must, IReadOnlyList<string> May)
{
    /// <summary>Null where no brain of slots speaks: the rules do.</summary>
    /// <param name="slots">What there is a value for.</param>
    public static SlotNeeds? Of(Situation situation, IReadOnlyDictionary<string, string> slots) => situation switch
    {
        Situation.NoFolder => Needs("add-folder"),
        Situation.Nothing => Needs("those"),
        Situation.NothingButNear => Needs("those near"),
        Situation.NoStale => Needs("since", "unused"),
        Situation.DuplicatesFound => Needs("sets copies spare file file-size"),
        Situation.VersionsFound => Needs("sets versions spare file", "date day"),
        Situation.StaleFound => Needs("files size since list", "unused"),
        Situation.TidyFound => Needs("parts"),
        Situation.Counted => Needs("files size", "are"),
        Situation.CountedOne => Needs("files file", "file-size date are"),
        Situation.FoundOne => Needs("file", "file-size date day"),
        Situation.PlacedOne => Needs("file folder"),
        Situation.DatedOne => Needs("file date"),
        Situation.SizedOne => Needs("file file-size"),
        Situation.FoundFew or Situation.FoundMany => Needs("files list", "are"),
        Situation.SizedFew or Situation.ListedMany => Needs("files size list", "are"),
        Situation.BestOne => Needs("best file value", "that"),
        Situation.BestSome => Needs("best file value others", "that"),
        Situation.Summed => Needs("file gist"),
        Situation.Wordless => Needs("file why"),
        // Three sentences: how I am, what would help or what I keep, and the disk.
        Situation.Status => slots.ContainsKey("cure")
            ? Needs("mood because cure disk-free disk-total")
            : Needs("mood because all-files all-folders all-size disk-free disk-total"),
        Situation.StatusWithoutDisk => slots.ContainsKey("cure")
            ? Needs("mood because cure all-files all-folders all-size")
            : Needs("mood because all-files all-folders all-size"),
        Situation.Well or Situation.MoodAlone => Needs("mood because"),
        Situation.Unwell => slots.ContainsKey("cure") ? Needs("mood because cure") : Needs("mood because"),
        Situation.Greeting => Needs("", "hello name"),
        Situation.WhoAreYou => Needs("name", "arc"),
        Situation.Bye => Needs("", "goodbye"),
        Situation.NotYet => Needs("skill"),
        Situation.Thanks or Situation.Joke or Situation.Praise or Situation.Insult or Situation.Help or Situation.Unknown
            or Situation.NoDuplicates or Situation.NoVersions or Situation.NoTidy or Situation.SumWhich => Needs(""),
        // The clock is read by the rules alone, and what changed in a time is told by them: which number is which stands in words there.
        _ => null,
    };

    private static SlotNeeds Needs(string must, string may = "") =>
        new(must.Split(' ', StringSplitOptions.RemoveEmptyEntries), may.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
