namespace BitBuddy.Conversation;

/// <summary>How people wish for the skills of their own.</summary>
internal static class SkillPhrases
{
    /// <summary>A wish begins so.</summary>
    public static readonly (IntentKind Kind, PhraseBook Book)[] Begin =
    [
        (IntentKind.Duplicates, new("duplicates", "find duplicates", "duplicate files", "duplicated files", "find duplicate")),
        (IntentKind.Tidy, new(
            "tidy", "tidy up", "clean up", "cleanup my", "clean my", "declutter", "organise", "organize", "help tidy", "help clean",
            "help organise", "help organize", "help declutter", "sort my files", "sort out my", "clear up", "free up", "what should i delete", "what can i delete", "what could i delete", "what to delete", "clear out",
            "what should i clean up", "what can i clean up", "what is worth tidying", "what should i tidy", "what could i tidy", "what can i tidy", "what can i throw away", "what should i throw away", "how can i free up", "how do i free up",
            "what can i get rid of", "what should i get rid of", "make room on", "make some room", "make space")),
        (IntentKind.Stale, new("unused files", "stale files", "stale", "what did i never open", "find unused", "find stale", "forgotten files", "abandoned files")),
        (IntentKind.Summary, new(
            "summarise", "summarize", "summary of", "give me a summary", "give me a summary of", "a summary of", "sum up", "tl;dr", "tldr", "key points of", "the key points of", "what are the key points of", "what are the main points of", "main points of",
            "give me the gist of", "the gist of", "what is the gist of", "an overview of", "give me an overview of", "summary", "short summary of", "give me a short summary of", "write a summary of")),
    ];

    /// <summary>A wish for it stands anywhere.</summary>
    public static readonly (IntentKind Kind, PhraseBook Book)[] Anywhere =
    [
        (IntentKind.Duplicates, new("duplicates", "dupes", "duplicate copies", "the same file twice", "more than one copy", "identical files", "identical copies", "same file more than once", "more than once", "have twice", "i have twice", "are there twice", "stored twice", "saved twice", "exist twice", "downloaded twice", "in two places", "in several places", "in multiple places")),
        (IntentKind.Tidy, new("can get rid of", "could get rid of", "i can delete", "i could delete", "safe to delete", "can throw away", "worth deleting", "worth cleaning up", "can safely delete", "should delete", "should get rid of", "can be deleted", "could be deleted")),
        (IntentKind.Versions, new(
            "versions of", "all versions of", "version of", "latest version of", "newest version of", "most recent version of", "old versions of", "older versions of", "previous versions of", "current version of", "last version of", "earlier versions of", "different versions of", "the final version of",
            "latest versions of")),
        (IntentKind.Stale, new(
            "never opened", "not opened", "never used", "not used", "never touched", "not touched", "have not opened", "have not used", "have not touched", "i have not opened", "i have not used", "i have not touched", "i never opened", "i never used", "i never touched", "i did not open", "i did not use",
            "unused for", "untouched for", "unopened for", "untouched since", "unused since", "have not been opened", "have not been used", "have not been touched", "has not been opened", "has not been touched", "not been opened", "not been touched", "not been used", "not looked at", "have not looked at",
            "i have not looked at", "never use", "i never use", "never open", "i never open", "never look at", "i never look at", "no longer use", "i no longer use", "do not use anymore", "no one opened")),
    ];

    /// <summary>They say nothing of which files.</summary>
    public static readonly HashSet<string> Noise =
    [
        "waste", "wasted", "wasting", "wastes", "space", "much", "many", "are", "there", "copies", "copy", "up", "disk", "some", "which", "what", "how", "latest", "newest", "recent", "old", "older", "previous", "current", "is", "the", "find", "show", "me", "list", "help", "clean", "out",
        "takes", "take", "taking", "exist", "content", "contents", "do", "does", "please", "have", "anymore", "ages", "ever", "long", "time", "again", "a", "an", "worth", "i", "compare", "locate", "safely", "files", "file", "stuff", "things", "anything", "everything", "big", "biggest", "document", "did", "all",
    ];
}
