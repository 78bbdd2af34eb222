namespace BitBuddy.Conversation;

/// <summary>How people ask for what stands in a text, and for what stands in a name.</summary>
internal static class InsidePhrases
{
    /// <summary>The words after it stand in the text.</summary>
    public static readonly PhraseBook Mentions = new([
        .. from who in (string[])["", "that ", "which ", "who ", "where i ", "in which i ", "i ", "where it ", "that have ", "that also "] from verb in Verbs select who + verb,
        .. from having in (string[])["with", "that have", "that has", "has", "have", "having", "including", "include", "includes", "that include", "that includes", "that use", "that uses", "using"] from thing in (string[])["the word", "the words", "the phrase", "the text", "the term", "the sentence", "the string"] select $"{having} {thing}",
        .. from whose in (string[])["whose text", "whose content", "whose contents", "the text of which", "whose body"] from verb in (string[])["contains", "contain", "mentions", "mention", "has", "have", "says", "includes", "include"] select $"{whose} {verb}",
        .. from place in (string[])["inside", "in the text of", "in the contents of", "the contents of", "the text of", "within", "inside of"] from files in (string[])["files", "my files", "documents", "my documents", "the files", "all files", "all my files", "the documents"] select $"{place} {files} for",
        "where it says", "have i written down", "have i written about", "have i written", "i have written down", "i have written about", "i wrote down", "did i write down", "did i write about", "did i note", "did i note down", "i noted", "did i mention", "have i mentioned", "do i mention", "do i talk about", "did i talk about", "did i write", .. from act in (string[])["complain", "rant", "ask", "speak", "tell someone", "joke"] select $"did i {act} about", .. from said in (string[])["said", "say", "wrote", "noted", "mentioned"] from what in (string[])["something", "anything", "a word", "a thing"] select $"where i {said} {what} about", "with a mention of", "with mention of", "file contents for", "in file contents for", "contents for", "in texts for", "with text", "with content", "with contents", "with the content", "reads", "grep", "grep for", "is there a mention of", "is there any mention of", "any mention of", "a mention of", "occurrences of", "every occurrence of", "any occurrence of", "all occurrences of", "instances of", "mention of", "mentions of"]);

    private static string[] Verbs =>
    [
        "mention", "mentions", "mentioned", "mentioning", "contain", "contains", "contained", "containing", "talk of", "talks of", "talking of", "tell of", "tells of", "talk about", "talks about", "talked about", "talking about", "say", "says", "saying", "say something about", "says something about", "wrote about", "write about", "writing about", "discuss", "discusses", "discussing", "discussed",
        "refer to", "refers to", "referring to", "quote", "quotes", "quoting", "speak of", "speaks of", "speak about", "speaks about", "deal with", "deals with", "dealing with", "cite", "cites", "citing", "reference", "referencing", "describe", "describes", "describing",
    ];

    /// <summary>"with tax in the text": the words before it do.</summary>
    public static readonly PhraseBook InTheText = new(
        "in the text", "in its text", "in their text", "in the content", "in the contents", "in its contents", "in their contents", "in the body", "somewhere inside",
        "is mentioned", "are mentioned", "was mentioned", "were mentioned", "mentioned", "is discussed", "is written", "is described", "appears", "appear", "occurs", "comes up", "shows up", "gets mentioned", "written inside", "written in it");

    /// <summary>"with tax in the name": the words before it stand in a name.</summary>
    public static readonly PhraseBook InTheName = new(
        "in the name", "in its name", "in their name", "in their names", "in the title", "in the filename", "in the file name", "in the names", "in the file names", "in the filenames", "in its title", "in the titles");

    /// <summary>A name begins with what follows.</summary>
    public static readonly PhraseBook Begins = new(Edges(["start with", "starts with", "starting with", "started with", "begin with", "begins with", "beginning with"], ["prefixed with", "with the prefix", "with prefix"]));

    /// <summary>A name ends with what follows.</summary>
    public static readonly PhraseBook Ends = new(Edges(["end with", "ends with", "ending with", "end in", "ends in", "ending in", "end on", "ending on", "finish with", "finishing with"], ["with the suffix", "with suffix", "with the ending"]));

    /// <summary>Between such a phrase and the beginning or end itself.</summary>
    public static readonly HashSet<string> EdgeFillers = ["the", "word", "words", "letter", "letters", "name", "text", "a", "number", "prefix", "suffix"];

    private static IEnumerable<string> Edges(string[] verbs, string[] more) =>
        more.Concat(from who in (string[])["", "that ", "which ", "whose name ", "whose names ", "whose filename ", "whose file name ", "whose title ", "name ", "names ", "with a name ", "with names ", "with the name ", "with a filename ", "their name ", "where the name ", "named ", "called "] from verb in verbs select who + verb);

    /// <summary>"whose name contains": a name, and not a text.</summary>
    public static readonly PhraseBook NameHolds = new(
        "whose name contains", "whose names contain", "name contains", "names containing", "name containing", "filename contains", "whose filename contains", "whose title contains", "title contains", "whose name includes", "name includes",
        "whose name has", "names that contain", "with names containing", "with a name containing", "whose file name contains");

    /// <summary>What has a text, though it may be no kind of file: "which recipe has cucumber".</summary>
    public static readonly HashSet<string> Texts =
        ["recipe", "letter", "note", "essay", "report", "article", "chapter", "story", "paper", "poem", "contract", "invoice", "receipt", "email", "lecture", "list", "script", "diary", "minutes", "manual", "speech", "text"];

    /// <summary>Between the phrase and its words.</summary>
    public static readonly HashSet<string> Fillers = ["the", "word", "words", "phrase", "text", "term", "name", "a", "an", "my", "about", "of", "all", "string", "sentence", "both", "either", "something", "anything"];
}
