namespace BitBuddy.Conversation;

/// <summary>What the sentence has said so far.</summary>
internal sealed class Sentence(RowTie tie)
{
    public RowTie Tie { get; } = tie;

    /// <summary>The last word or mark shown, lower case; "" at the start.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>"not", "couldn't" was said.</summary>
    public bool Negated { get; private set; }

    public bool HasWords { get; private set; }
    public bool Shown { get; private set; }
    public bool Refused { get; set; }

    /// <summary>No space since the last piece.</summary>
    public bool Touches { get; private set; }

    public void NoteSpace() => Touches = false;

    public void Note(string shown)
    {
        var word = shown.ToLowerInvariant().Replace('\u2019', '\'');
        Negated = GuardPhrases.Negations.Contains(word) || (Negated && word is not ("," or ";" or ":" or "but" or "because"));
        HasWords |= word.Any(char.IsLetterOrDigit);
        Previous = word;
        Shown = Touches = true;
    }
}
