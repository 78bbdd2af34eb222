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

    /// <summary>"read", "opened" was said in this sentence.</summary>
    public bool SpeaksOfUse { get; private set; }

    /// <summary>A date was said in this part of the sentence.</summary>
    public bool SpeaksOfDate { get; private set; }

    /// <summary>Anything was said; it may still be held.</summary>
    public bool Begun { get; private set; }

    /// <summary>Its words are on the screen as they come.</summary>
    public bool Shown { get; set; }
    public bool Refused { get; set; }

    /// <summary>No space since the last piece.</summary>
    public bool Touches { get; private set; }

    public void NoteSpace() => Touches = false;

    /// <summary>Whether a word that comes next says that somebody read or opened something: "last read", but not "a good read".</summary>
    public bool IsUse(string word) => GuardPhrases.Uses.Contains(word) && !(word == "read" && GuardPhrases.BeforeNoun.Contains(Previous)) && (word != "used" || Previous is "last" or "you" or "was" or "were");

    public void Note(string said, Claim? claim)
    {
        var word = said.ToLowerInvariant().Replace('\u2019', '\'');
        Negated = GuardPhrases.Negations.Contains(word) || (Negated && word is not ("," or ";" or ":" or "but" or "because"));
        if (GuardPhrases.OfSum.Contains(word) || (word == "all" && Previous == "in"))
            Tie.SpeakOfSum();
        HasSpeaker |= GuardPhrases.Speaker.Contains(word);
        SpeaksOfUse = word != ";" && (SpeaksOfUse || IsUse(word));
        SpeaksOfDate = word is not ("," or ";" or ":") && (SpeaksOfDate || claim is { Kind: ClaimKind.Date });
        // The "1." of a list is no word.
        if (word.Any(claim is { Kind: ClaimKind.Free } ? char.IsLetter : char.IsLetterOrDigit))
            Words++;
        Previous = word;
        Begun = Touches = true;
    }
}
