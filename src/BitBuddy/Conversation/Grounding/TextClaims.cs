namespace BitBuddy.Conversation;

/// <summary>Where a text is spoken of: what stands in it word for word may be said, and no other name.</summary>
internal sealed class TextClaims
{
    private readonly string _text;
    private readonly HashSet<string> _words;

    private TextClaims(string text)
    {
        _text = text;
        _words = [.. Split(text)];
    }

    /// <summary>Null where the facts hold no text.</summary>
    public static TextClaims? Of(Facts facts) => facts.Sentences.Count == 0
        ? null
        : new TextClaims(Normal(string.Join(" \n ", facts.Sentences.Select(sentence => sentence.Text).Concat(facts.Files.Select(file => file.Name)))));

    /// <summary>A claim that the facts do not hold may stand in the text, with the word behind it; a name that is none of the text's is refused.</summary>
    public Claim? Judge(Claim? claim, Pieces pieces, Sentence sentence, Sayings sayings)
    {
        if (claim is null)
            return IsStrangeName(pieces, sentence, sayings) ? Claim.Refused(pieces[0].End) : null;
        if (claim.Holds || claim.Rows.Count > 0 || sentence.Negated || GuardPhrases.Bounds.Contains(sentence.Previous))
            return claim;
        return Stands(pieces, claim.End) ? Claim.Free(claim.End) : claim;
    }

    private bool Stands(Pieces pieces, int end)
    {
        var said = Normal(pieces.Text[pieces.Start..end]).Trim('"', ' ');
        if (said.Length == 0 || !HasWhole(said))
            return false;
        var last = 0;
        while (pieces[last].End < end)
            last++;
        // "12 people" is not "12 files".
        return pieces.NextLower(last) is not { Length: > 0 } next || SummaryWords.Stop.Contains(next) || HasWhole($"{said} {next}");
    }

    // A capital in the middle of a sentence makes a name; at its beginning only one that does something, and is no usual word.
    private bool IsStrangeName(Pieces pieces, Sentence sentence, Sayings sayings)
    {
        var piece = pieces[0];
        return piece.Kind == PieceKind.Word && piece.Text.Length > 1 && char.IsUpper(piece.Text[0]) && !_words.Contains(Normal(piece.Text))
            && (sentence.HasWords || (!IsUsual(piece.Lower) && Acts(pieces.NextLower(0))))
            && !sayings.Phrases.Concat(sayings.Quotable).Any(phrase => phrase.Contains(piece.Text, StringComparison.OrdinalIgnoreCase));
    }

    private bool Acts(string next) => SummaryWords.Verbs.Contains(next) || (_words.Contains(next) && !SummaryWords.Stop.Contains(next));

    // Also another form of a word of the text: "keepers" of "keeper".
    private bool IsUsual(string word) => SummaryWords.Stop.Contains(word) || SummaryWords.Openers.Contains(word) || RealWords.Contains(word)
        || _words.Any(known => known.StartsWith(word[..Math.Max(Math.Min(4, word.Length), word.Length - 3)], StringComparison.Ordinal));

    private bool HasWhole(string said)
    {
        for (var at = _text.IndexOf(said, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(said, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(_text[at - 1])) && (at + said.Length == _text.Length || !char.IsLetterOrDigit(_text[at + said.Length])))
                return true;
        }

        return false;
    }

    private static string Normal(string text) => text.ToLowerInvariant().Replace('’', '\'').Replace('“', '"').Replace('”', '"');

    private static string[] Split(string text) => text.Split([' ', '\n', ',', ';', ':', '(', ')', '"', '.', '!', '?', '/'], StringSplitOptions.RemoveEmptyEntries);
}
