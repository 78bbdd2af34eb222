namespace BitBuddy.Conversation;

/// <summary>Finds the claim that starts at a place, whole; null when what stands there claims nothing.</summary>
internal sealed class ClaimReader(FactSheet sheet, NameBook names, IReadOnlyList<string> freePhrases)
{
    private readonly QuoteClaims quotes = new(names, freePhrases);
    private readonly NumberClaims numbers = new(sheet);
    private readonly DateClaims dates = new(sheet);
    private readonly AmountClaims amounts = new(sheet);

    public Claim? Read(Pieces pieces, Sentence sentence)
    {
        foreach (var phrase in freePhrases)
        {
            if (pieces.Says(phrase))
                return Claim.Free(pieces.Start + phrase.Length);
        }

        return names.Match(pieces) ?? quotes.Read(pieces, sentence) ?? dates.Read(pieces, sentence) ?? numbers.Read(pieces, sentence)
            ?? NameLike(pieces) ?? amounts.Read(pieces, sentence);
    }

    // Nothing in the facts has that name, or it would have matched before.
    private static Claim? NameLike(Pieces pieces)
    {
        var word = pieces[0];
        if (word.Kind != PieceKind.Word)
            return null;
        var looks = word.Text.AsSpan().ContainsAny('/', '\\') || (word.Text[0] != '.' && KnownExtensions.EndsFileName(word.Text)) || word.Text.Length >= 300;
        return looks ? Claim.Refused(word.End) : null;
    }
}
