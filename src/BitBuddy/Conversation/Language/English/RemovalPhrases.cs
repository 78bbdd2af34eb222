namespace BitBuddy.Conversation;

/// <summary>How people ask for what is no more.</summary>
internal static class RemovalPhrases
{
    private static readonly string[] Done = ["deleted", "removed", "erased", "trashed", "thrown away", "wiped"];

    public static readonly PhraseBook Gone = new([
        .. Done,
        .. from aux in (string[])["was", "were", "got", "has been", "have been", "been", "that were", "that was", "which were", "i have", "have i", "i", "that i", "we", "someone", "somebody", "that got"] from done in Done select $"{aux} {done}",
        .. from did in (string[])["did i", "did we", "did anyone", "did someone", "did somebody"] from act in (string[])["delete", "remove", "erase", "trash", "throw away", "wipe"] select $"{did} {act}",
        .. from aux in (string[])["", "have ", "has ", "that have ", "that has ", "that ", "which have "] from lost in (string[])["disappeared", "vanished", "gone missing", "went missing", "got lost", "been lost"] select aux + lost,
        "vanish", "disappear", "go missing", "get deleted", "get removed", "get lost", "no longer exist", "no longer exists", "no longer there", "are no longer there", "is no longer there", "are not there anymore", "are gone", "is gone", "that are gone", "is missing since", "are missing since", "does not exist anymore", "do not exist anymore", "not there anymore", "is missing now", "are missing now"]);

    /// <summary>Before it they make it another question.</summary>
    public static readonly HashSet<string> Denied = ["be", "safely", "not", "never", "without", "to", "should", "can", "could", "may", "named", "called"];

    /// <summary>One word alone is meant so where the question ends or a time or place follows.</summary>
    public static readonly HashSet<string> Behind = ["", "since", "this", "last", "today", "yesterday", "in", "from", "on", "recently", "lately", "over", "during", "between", "after", "before", "within", "by"];
}
