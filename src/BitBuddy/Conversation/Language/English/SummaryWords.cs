namespace BitBuddy.Conversation;

/// <summary>What a summary knows of English.</summary>
internal static class SummaryWords
{
    /// <summary>Words that say nothing of what a text is about; folded.</summary>
    public static readonly HashSet<string> Stop =
    [
        .. ("a about above after again against all also although always am among an and another any are around as at away be became because been before being "
            + "below between both but by came can cannot could did do does doing done down during each either else even ever every few first for from further get "
            + "give given go going got had has have having he her here hers him his how however i if in indeed into is it its itself just know last less let like "
            + "made make many may me might more most much must my never new no nor not now of off often on once one only or other our out over own per rather same "
            + "say see several shall she should since so some still such take than that the their them then there therefore these they thing things this those "
            + "though three through thus to too two under until up upon us use used using very was way we well were what when where whether which while who whom "
            + "whose why will with within without would yet you your").Split(' '),
    ];

    /// <summary>Verbs that a name at the beginning of a sentence may stand before, whatever its text says.</summary>
    public static readonly HashSet<string> Verbs = [.. "is are was were has had does did will would can could may might must says said".Split(' ')];

    /// <summary>Usual words that begin a sentence and stand before a verb; no names.</summary>
    public static readonly HashSet<string> Openers =
    [
        .. ("everything everybody everyone something somebody someone nothing nobody anyone anything people others part parts chapter chapters section page pages text story "
            + "book document report file letter author writer reader narrator main key important finally lastly next today yesterday whoever whatever half life work time things").Split(' '),
    ];

    /// <summary>A point behind these ends no sentence.</summary>
    public static readonly HashSet<string> Short =
        ["mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "vs", "etc", "eg", "ie", "fig", "sec", "vol", "pp", "cf", "al", "inc", "ltd", "jr", "sr", "approx", "e.g", "i.e"];
}
