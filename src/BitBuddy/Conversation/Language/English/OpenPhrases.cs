namespace BitBuddy.Conversation;

/// <summary>How people have a file of a list opened.</summary>
internal static class OpenPhrases
{
    public static readonly PhraseBook Open = new("open", "open up", "launch", "can you open", "please open", "view");

    /// <summary>The folder is wanted.</summary>
    public static readonly PhraseBook Reveal = new("reveal", "open the folder of", "open folder of", "open the folder with", "show the folder of", "show me the folder of", "open the location of", "show in folder", "go to the folder of");

    /// <summary>"the second in its folder".</summary>
    public static readonly PhraseBook InFolder = new("in its folder", "in the folder", "in folder", "in the file manager", "in my file manager", "in finder", "in the finder", "in explorer", "in the explorer", "in files");

    public static readonly PhraseBook Courtesy = new("please", "now", "for me", "for me please", "thanks", "then");

    public static readonly HashSet<string> Fillers = ["the", "file", "number", "no", "nr", "result", "hit", "up", "that", "one"];

    /// <summary>They mean the first.</summary>
    public static readonly HashSet<string> Pronouns = ["it", "this"];

    /// <summary>Behind "the second" they say nothing new.</summary>
    public static readonly HashSet<string> Nouns = ["one", "file", "result", "hit", "entry", "item", "of", "them", "those", "these"];
}
