namespace BitBuddy.Conversation;

/// <summary>Words that are no slips, however near to one they are; put together when one is first suspected.</summary>
internal static class RealWords
{
    /// <summary>All words that some rule reads.</summary>
    public static readonly HashSet<string> Vocabulary =
    [
        .. SpellingWords.Targets, .. SpellingWords.Asking, .. SpellingWords.Extensions, .. FileWords.Kinds.Keys.Concat(FileWords.Nouns.Keys).SelectMany(phrase => phrase.Split(' ')),
        .. OrderWords.Superlatives.Keys, .. OrderWords.Adjectives.Keys, .. CalendarWords.Months, .. CalendarWords.Weekdays, .. CalendarWords.Units.Keys,
        .. CalendarWords.Vague, .. SizeWords.Units.Keys, .. AskPhrases.Stop, .. AskPhrases.Changes, .. AskPhrases.Words, .. TalkPhrases.Words,
        .. SizeWords.Comparing.Append(SizeWords.OrMore).Append(SizeWords.OrLess).Append(SizeWords.About).Append(SizeWords.Exactly).SelectMany(book => book.Words),
        .. UnreadWords.Phrases.Words, .. UnreadWords.Picks,
    ];

    /// <summary>Words of other meanings that one slip would make.</summary>
    private static readonly HashSet<string> Neighbours =
    [
        "archive", "archived", "archiver", "photon", "photons", "imaged", "imager", "resent", "regent", "resend", "lamest", "laser", "layer", "folded",
        "holder", "modifies", "changer", "charged", "charted", "chanted", "lager", "bigots", "pictured", "documented", "musical", "muses", "augusta",
        "movers", "moves", "moved", "recant", "flies", "form", "forms", "nad", "pleased", "pleaser", "starch", "seance", "folds", "decent", "rodent",
        "trucks", "tricks", "slices", "slider", "sliders", "caller", "sorter", "crated", "creates", "creator", "mouths", "grater", "greeter", "torment", "desktops", "evenings", "programme", "programmed", "programmer", "extensions", "excerpt", "expect", "receiver", "receives", "downloader", "pythons", "weekends", "minuted", "orderer", "mandate", "sounded",
        "shoots", "tracker", "scripted", "longest", "pirates", "older", "lasted", "fondest", "coldest", "boldest", "molest", "modest", "newer",
    ];

    public static bool Contains(string word) => Vocabulary.Contains(word) || Neighbours.Contains(word);
}
