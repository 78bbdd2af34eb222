namespace BitBuddy.Conversation;

/// <summary>What a buddy says about what it was told. Names and texts of the user are put in as they are.</summary>
internal static class MemoryPhrases
{
    public static readonly string[] CallYou =
        ["I will call you {0}.", "{0} it is, then.", "Pleased to know you, {0}.", "Then you are {0} to me from now on."];

    public static readonly string[] Lies =
        ["I will look for your {0} in {1}.", "So your {0} {2} in {1}; I will remember that.", "When you say “my {0}”, I will think of {1}.", "Noted: {1} is where your {0} {2}."];

    public static readonly string[] Nowhere =
        ["I know no folder {1}, so I do not know where your {0} {2}. `bitbuddy folders list` shows which ones I know."];

    public static readonly string[] Remember =
        ["I will remember that.", "I will keep that in mind.", "That is in my memory now.", "Noted, and I will not lose it."];

    public static readonly string[] Hidden =
        ["I will never mention {0} again.", "{0} is none of my business from now on.", "From now on {0} is not there for me.", "I have forgotten {0}, and I will not bring it up."];

    public static readonly string[] Mentioned =
        ["I may speak of {0} again.", "{0} is back among the things I know.", "So {0} is no secret any more."];

    public static readonly string[] NotHidden = ["I was never told to keep quiet about {0}."];

    public static readonly string[] Forgotten =
        ["I have forgotten it.", "That is gone from my memory.", "It is out of my head and out of my files."];

    public static readonly string[] NothingToForget =
        ["I remember nothing of that kind.", "There is nothing like that in my memory."];

    public static readonly string[] ForgetAll =
        ["That is for you to do, so that nobody does it by a slip: `bitbuddy buddy memory forget --all`."];

    public static readonly string[] Failed =
        ["My memory cannot be written now, so nothing has changed."];

    public static readonly string[] Full =
        ["I remember a hundred things already, and that is all I can; let me forget some: `bitbuddy buddy memory`."];

    public static readonly string[] YouAre =
        ["You are {0}.", "You asked me to call you {0}.", "{0}, of course."];

    public static readonly string[] Nameless =
        ["You have not told me your name yet; say “call me”, and then your name.", "I do not know your name yet. Say “call me”, and then your name."];

    public static readonly string[] KnowNothing =
        ["You have told me nothing about you yet.", "I know nothing of you yet; you can tell me."];

    public static readonly string[] Asked = ["The last things you asked: {0}."];

    public static readonly string[] AskedNothing = ["I remember no question of yours."];

    public const string AnsweredByRules = "What you tell me is kept and answered by rules.";

    public const string FirstQuestion = "our first question";

    public static string SoManyQuestions(long questions) => $"our {Said.Number(questions)}th question";

    public static string SoManyDays(int days) => $"our {Said.Number(days)}th day";

    /// <summary>How people name what is theirs.</summary>
    public static string My(string what) => "my " + what;

    /// <summary>How a folder is named so that the rules read it as one.</summary>
    public static string Folder(string path) => "the folder " + path;

    public static string KnowName(string name) => $"you are {name}";

    public static string KnowPlace(string what, string folder) => $"your {what} {Verb(what)} in {folder}";

    /// <summary>"your thesis is", "your photos are".</summary>
    public static string Verb(string what) => what is [.., 's'] and not [.., 's' or 'i' or 'u', 's'] ? "are" : "is";

    public static string KnowNote(string note) => $"you told me: {note}";

    public static string KnowHidden(string names) => $"I never mention {names}";

    public static string KnowAll(string things) => $"This is what I remember: {things}.";

    /// <summary>One line for a brain; names and texts are data.</summary>
    public static string Recalled(Relationship relationship, string? name, IReadOnlyList<string> notes) => string.Join(' ', ((string[])
    [
        name is null ? "" : $"The user's name is {name}.",
        relationship switch
        {
            Relationship.New => "",
            Relationship.Acquainted => "You know each other.",
            Relationship.Friends => "You two are friends.",
            _ => "You two are old friends.",
        },
        notes.Count == 0 ? "" : $"The user told you: {string.Join("; ", notes)}.",
    ]).Where(sentence => sentence.Length > 0));

    /// <summary>A word of warmth behind a greeting; {0} is ", NAME" or nothing.</summary>
    public static string[] Greet(Relationship relationship) => relationship switch
    {
        Relationship.New => ["It is nice to meet you{0}.", "Good that you are here{0}.", "Welcome{0}."],
        Relationship.Acquainted => ["It is good to see you again{0}.", "Nice to have you back{0}.", "I was hoping you would come by{0}."],
        Relationship.Friends => ["It is always good to see you{0}.", "I have been looking forward to this{0}.", "There you are{0}, my friend."],
        _ => ["After all this time it is still good to see you{0}.", "Old friends need few words{0}.", "We have come a long way{0}."],
    };

    /// <summary>Behind thanks.</summary>
    public static readonly string[] Thanked = ["It is a pleasure{0}.", "I like to help{0}.", "For you{0}, always."];

    /// <summary>Behind a goodbye.</summary>
    public static string[] Part(Relationship relationship) => relationship switch
    {
        Relationship.New => ["See you{0}.", "I am here when you need me{0}."],
        Relationship.Acquainted => ["Come back soon{0}.", "I am glad we talked{0}."],
        Relationship.Friends => ["Take care{0}.", "It is good to have you around{0}."],
        _ => ["Take good care of yourself{0}.", "Until next time{0}, as ever."],
    };
}
