namespace BitBuddy.Conversation;

/// <summary>What the sentence has said so far.</summary>
internal sealed class Sentence(RowTie tie)
{
    public RowTie Tie { get; } = tie;

    /// <summary>The last word or mark, lower case; "" at the start.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>"not", "couldn't" was said.</summary>
    public bool Negated { get; private set; }

    /// <summary>Words said so far; a claim counts as one.</summary>
    public int Words { get; private set; }
    /// <summary>"I" was said.</summary>
    public bool HasSpeaker { get; private set; }
    public bool HasWords => Words > 0;

    /// <summary>Anything was said; it may still be held.</summary>
    public bool Begun { get; private set; }

    /// <summary>Its words are on the screen as they come.</summary>
    public bool Shown { get; set; }
    public bool Refused { get; set; }

    /// <summary>No space since the last piece.</summary>
    public bool Touches { get; private set; }

    public void NoteSpace() => Touches = false;

    public void Note(string said, Claim? claim)
    {
        var word = said.ToLowerInvariant().Replace('\u2019', '\'');
        Negated = GuardPhrases.Negations.Contains(word) || (Negated && word is not ("," or ";" or ":" or "but" or "because"));
        if (GuardPhrases.OfSum.Contains(word) || (word == "all" && Previous == "in"))
            Tie.SpeakOfSum();
        HasSpeaker |= GuardPhrases.Speaker.Contains(word);
        // The "1." of a list is no word.
        if (word.Any(claim is { Kind: ClaimKind.Free } ? char.IsLetter : char.IsLetterOrDigit))
            Words++;
        Previous = word;
        Begun = Touches = true;
    }
}
