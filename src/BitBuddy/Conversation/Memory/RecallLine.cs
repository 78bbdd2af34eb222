namespace BitBuddy.Conversation;

/// <summary>What of the memory a brain is told: one line of the head, the first that is left out when tokens are short.</summary>
internal static class RecallLine
{
    private const int Notes = 2;
    private const int NoteCharacters = 60;

    /// <summary>"" when there is nothing to tell. Folders are not told: they are facts, and facts come with the question.</summary>
    public static string Of(Remembered memory)
    {
        var name = memory.UserName is { } said ? PromptText.Clean(said, NoteCharacters) : null;
        var notes = memory.Notes.TakeLast(Notes).Select(note => PromptText.Clean(note.Text, NoteCharacters)).ToList();
        var line = MemoryPhrases.Recalled(memory.Growth.Relationship, name, notes);
        return line.Length == 0 ? "" : line + "\n";
    }
}
