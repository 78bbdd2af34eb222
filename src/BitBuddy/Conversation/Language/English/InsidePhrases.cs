namespace BitBuddy.Conversation;

/// <summary>How people ask for what stands in a text, and for what stands in a name.</summary>
internal static class InsidePhrases
{
    /// <summary>The words after it stand in the text.</summary>
    public static readonly PhraseBook Mentions = new(
        "mention", "mentions", "mentioning", "that mention", "that mentions", "which mention", "which mentions", "where i mention", "where i mentioned", "that mentioned", "i mention", "i mentioned",
        "containing", "contain", "contains", "that contain", "that contains", "which contain", "which contains", "that contained", "containing the word", "containing the words", "containing the phrase",
        "containing the text", "that include the word", "including the word", "that includes the word", "that includes the words", "that includes the phrase", "includes the word", "include the word", "include the words", "includes the phrase", "did i write", "that include the phrase", "that include the words", "with the word", "with the words", "with the phrase", "with the text", "that have the word",
        "that have the words", "that has the word", "has the word", "have the word", "that talk about", "that talks about", "talking about", "talk about", "talks about", "that say", "that says", "which say", "saying", "where it says", "whose text contains", "whose text mentions",
        "whose content contains", "whose contents contain", "whose content mentions", "whose contents mention", "i wrote about", "i write about", "wrote about", "write about", "where i wrote about", "in which i wrote about", "that discuss", "discussing", "that discusses", "that refer to", "referring to", "that quote", "quoting", "with a mention of",
        "inside files for", "inside my files for", "inside documents for", "inside my documents for", "inside the files for", "file contents for", "in file contents for", "the contents of files for", "in the contents of files for", "contents for", "the text of files for", "in texts for", "in the text of files for", "whose text has", "with text", "with content", "with contents", "with the content", "reads");

    /// <summary>"with tax in the text": the words before it do.</summary>
    public static readonly PhraseBook InTheText = new(
        "in the text", "in its text", "in their text", "in the content", "in the contents", "in its contents", "in their contents", "in the body", "somewhere inside",
        "is mentioned", "are mentioned", "was mentioned", "gets mentioned", "written inside", "written in it");

    /// <summary>"with tax in the name": the words before it stand in a name.</summary>
    public static readonly PhraseBook InTheName = new(
        "in the name", "in its name", "in their name", "in their names", "in the title", "in the filename", "in the file name", "in the names", "in the file names", "in the filenames", "in its title", "in the titles");

    /// <summary>"whose name contains": a name, and not a text.</summary>
    public static readonly PhraseBook NameHolds = new(
        "whose name contains", "whose names contain", "name contains", "names containing", "name containing", "filename contains", "whose filename contains", "whose title contains", "title contains", "whose name includes", "name includes",
        "whose name has", "names that contain", "with names containing", "with a name containing", "whose file name contains");

    /// <summary>Between the phrase and its words.</summary>
    public static readonly HashSet<string> Fillers = ["the", "word", "words", "phrase", "text", "term", "name", "a", "an", "my", "about", "of", "all", "string", "sentence", "both"];
}
