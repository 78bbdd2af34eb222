namespace BitBuddy.Conversation;

/// <summary>How people lean on what was spoken of.</summary>
internal static class FollowPhrases
{
    /// <summary>What follows takes the place of what was said.</summary>
    public static readonly PhraseBook Shift = new(
        "as well as", "as well as the", "now the same", "now the same for", "now the same with", "now same", "ok the same", "same", "the same", "and the same", "what about", "and what about", "how about", "and how about", "but what about", "same for", "the same for", "and the same for", "same with", "the same with", "do the same for", "same thing for", "the same but", "same but", "i meant", "i mean", "no i meant", "make that", "make it", "try", "try it with", "now with", "no wait", "wait no", "sorry i meant", "now for", "now the", "and for", "instead", "rather", "what if");

    /// <summary>A number that follows takes the place of the last one.</summary>
    public static readonly PhraseBook Amend = new("make that", "make it", "i meant", "i mean", "no i meant", "sorry i meant", "try", "rather");

    /// <summary>What follows is a limit more.</summary>
    public static readonly PhraseBook Narrow = new(
        "only", "only the", "just", "just the", "but only", "but just", "and only", "now only", "now just", "show only", "show me only", "show just", "show me just", "list only", "list just", "keep only", "only show", "only show me", "just show me", "just show", "limit to", "limit it to",
        "limit that to", "limit them to", "restrict to", "restrict it to", "narrow it down to", "narrow that down to", "narrow down to", "filter by", "filter to", "filter them by", "of those", "of these", "of them", "among those", "among them", "among these", "from those", "from these", "out of those", "out of these",
        "any of those", "any of them", "any of these");

    /// <summary>A question without a verb that begins so says only which of them.</summary>
    public static readonly HashSet<string> Limits =
    [
        "in", "from", "with", "without", "by", "about", "for", "of", "on", "since", "before", "after", "over", "under", "between", "during", "containing", "mentioning", "that", "which", "called", "named", "not", "except", "at", "inside", "within", "older", "newer", "bigger", "larger", "smaller",
    ];

    /// <summary>At the end they say nothing.</summary>
    public static readonly HashSet<string> Tail = ["instead", "rather", "then", "too", "please", "again", "though", "also", "either", "now", "only", "as", "well"];

    /// <summary>May begin a question of its own as well.</summary>
    public static readonly PhraseBook Weak = new("and", "now", "but", "or", "also", "then", "and now", "and then", "ok and", "no", "and also", "plus");

    /// <summary>Whatever stands beside them, they point back.</summary>
    public static readonly HashSet<string> Pointers = ["ones", "them", "they"];

    /// <summary>They point back where nothing else is named.</summary>
    public static readonly HashSet<string> Pronouns = ["it", "those", "these", "that", "this", "one"];

    /// <summary>The next of the same list, where nothing else is said.</summary>
    public static readonly PhraseBook More = new(
        "more", "show more", "show me more", "more please", "some more", "and more", "the rest", "show the rest", "show me the rest", "and the rest", "list the rest", "next", "next page", "the next page", "next ones", "the next ones", "the others", "and the others", "show the others", "show me the others", "keep going",
        "go on", "continue", "what else", "any more", "any others", "anything else", "more of them", "show more of them", "list more", "see more", "more results", "show more results", "next results");

    /// <summary>"the next 10", "10 more".</summary>
    public static readonly PhraseBook Next = new("next", "the next", "show next", "show the next", "show me the next", "list the next", "give me the next", "and the next", "see the next");

    /// <summary>Behind "the second" they say nothing new.</summary>
    public static readonly HashSet<string> OneOf = ["one", "file", "result", "hit", "match", "entry", "item", "of", "on", "in", "?", ""];
}
