namespace BitBuddy.Conversation;

/// <summary>How people leave things out.</summary>
internal static class ExceptPhrases
{
    /// <summary>What follows is left out.</summary>
    public static readonly PhraseBook Markers = new(
        "ignore", "skip", "unrelated to", "that are unrelated to", "not related to", "that are not related to", "nothing to do with", "that have nothing to do with", "which have nothing to do with", "that has nothing to do with", "not about", "that are not about", "except", "save for", "but nothing", "but none", "and nothing", "with the exception of", "excl", "bar the", "except for", "except from", "excepting", "excluding", "exclude", "that exclude", "apart from", "aside from", "other than", "besides", "minus", "leaving out",
        "leave out", "skipping", "ignoring", "but not", "but no", "but without", "but leave out", "but ignore", "but exclude", "but skip", "but none of", "and not", "and no", "without", "without any", "with no", "not", "no",
        "that are not", "that is not", "which are not", "which is not", "are not", "is not", "that were not", "that was not", "were not", "was not", "not including", "outside", "outside of", "lacking", "have no", "has no",
        "having no", "that have no", "that has no", "do not have", "does not have", "that do not have", "that does not have", "have not", "that have not", "that has not", "i have not", "that i have not", "that i did not", "i did not", "never", "non",
        "i never", "that i never", "none of", "none of the", "anything but", "everything but", "all but", "neither", "that are neither", "which are neither", "are neither", "is neither", "that is neither");

    /// <summary>The folder that follows is left out, whatever else its name means.</summary>
    public static readonly PhraseBook Places = new(
        "neither in", "neither under", "that are neither in", "but neither in", "nowhere in", "everywhere but", "everywhere but in", "everywhere except", "everywhere except in", "anywhere but", "anywhere but in", "anywhere except", "anywhere except in", "all folders but", "all folders except", "every folder but", "every folder except",
        "outside", "outside of", "not in", "not inside", "not under", "not within", "that are not in", "which are not in", "that is not in", "are not in", "is not in", "but not in", "except in", "except those in", "except the ones in", "and not in", "not on");

    /// <summary>"all files but the pdfs": "but" leaves out where it follows on something.</summary>
    public static readonly PhraseBook But = new("but", "but the", "but my");

    /// <summary>Their text does not hold what follows.</summary>
    public static readonly PhraseBook Unmentioned = new([
        .. from who in (string[])["", "that ", "which ", "where i ", "who "] from denial in (string[])["do not", "does not", "did not", "never", "have not"]
           from verb in (string[])["mention", "mentions", "mentioned", "contain", "contains", "contained", "include", "includes", "say", "says", "say anything about", "talk about", "talks about", "discuss", "refer to", "have the word", "have the words", "write about", "speak of"] select $"{who}{denial} {verb}",
        "not mentioning", "not containing", "without mentioning", "without mention of", "without any mention of", "without the phrase", "without the word", "without the words", "not talking about", "with no mention of"]);

    /// <summary>Said of what is left out, and nothing of it.</summary>
    public static readonly HashSet<string> Fillers =
    [
        "the", "my", "any", "ones", "those", "a", "an", "of", "for", "all", "files", "file", "which", "that", "are", "is", "were", "was", "one", "in", "on", "it", "i", "have", "been", "called", "named", "word", "words", "anything", "really", "what", "whatever", "everything", "stuff", "things",
    ];

    /// <summary>They begin another thing that is said of the files.</summary>
    public static readonly HashSet<string> Ends =
    [
        "in", "inside", "within", "under", "from", "on", "since", "before", "after", "between", "over", "above", "below", "bigger", "larger", "smaller", "older", "newer", "that", "which", "sorted", "ordered", "by",
        "more", "less", "at", "during", "taken", "changed", "modified", "created", "edited", "but", "mentioning", "containing", "with", "please", "until", "till", "newest", "oldest", "largest", "smallest",
    ];
}
