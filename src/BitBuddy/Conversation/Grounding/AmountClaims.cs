namespace BitBuddy.Conversation;

/// <summary>None and all beside words for files: they must agree with the count.</summary>
internal sealed class AmountClaims(FactSheet sheet)
{
    private const int Reach = 3;

    public Claim? Read(Pieces pieces, Sentence sentence)
    {
        var word = pieces[0].Lower;
        switch (word)
        {
            case "none" or "nothing" or "zero":
                return sheet.Count is null ? null : Is(sheet.Count == 0, pieces[0]);
            case "no" or "neither":
                return Noun(pieces) is null ? null : Is(sheet.Count == 0, pieces[0]);
            case "any" or "anything" when GuardPhrases.Acts.Contains(sentence.Previous):
                return null;
            case "any" or "anything" when sentence.Negated && sheet.Count is not null:
                return Noun(pieces) is not null || pieces.NextWord(0) < 0 || (word == "anything" && pieces.NextLower(0) is not ("else" or "more" or "wrong"))
                    ? Is(sheet.Count == 0, pieces[0]) : null;
            case "both":
                return sheet.IsAboutFiles && (Noun(pieces) is not null || pieces.NextLower(0) == "of") ? All(pieces, sheet.Count == 2) : null;
            case "all" or "every" or "each" or "everything":
                return sheet.IsAboutFiles && (Noun(pieces) is not null || Speaks(pieces)) ? All(pieces, sheet.Count > 0) : null;
            case "only" or "sole":
                return sheet.Count is null || Noun(pieces) is not { } only ? null
                    : only.Plural ? All(pieces, sheet.ListsAll || only is { Kind: null, Extensions.Count: 0 }) with { OfAll = false } : Is(sheet.Count == 1, pieces[0]);
            // No facts tell of a part.
            case "third" or "quarter" or "quarters" or "thirds" or "majority" when pieces.NextLower(0) == "of":
                return Is(false, pieces[0]);
            default:
                // "You don't have pdfs"
                return sentence.Negated && sheet.Count is not null && NumberClaims.IsFileNoun(word) && (sentence.Previous is "have" or "find" or "see" or "found" or "know")
                    ? Is(sheet.Count == 0, pieces[0]) : null;
        }
    }

    private Claim All(Pieces pieces, bool holds)
    {
        var fits = Noun(pieces) is not { } noun || sheet.AllAre(noun);
        return Is(holds && fits && (Are(pieces) is not { } kind || (sheet.ListsAll && sheet.AllAre(kind))), pieces[0]) with { OfAll = true };
    }

    // The kind they are said to be: "all of them are archives", "every file is a zip".
    private static FileWord? Are(Pieces pieces)
    {
        var at = 0;
        for (var step = 0; step <= Reach && at >= 0 && pieces[at].Lower is not ("are" or "is" or "were"); step++)
            at = pieces.NextWord(at);
        if (at < 0 || pieces[at].Lower is not ("are" or "is" or "were"))
            return null;
        at = pieces.NextWord(at);
        while (at >= 0 && pieces[at].Lower is "a" or "an" or "your" or "just" or "only")
            at = pieces.NextWord(at);
        return at >= 0 && FileWords.Kinds.TryGetValue(pieces[at].Lower, out var kind) ? kind : null;
    }

    private static bool Speaks(Pieces pieces) => pieces.NextLower(0) is "of" or "are" or "were" or "from" or "is" or "was" or "in";

    // The word for files near by: "no matching files", "all of your photos".
    private static FileWord? Noun(Pieces pieces)
    {
        var at = 0;
        for (var step = 0; step <= Reach; step++)
        {
            at = pieces.NextWord(at);
            if (at < 0)
                return null;
            if (NumberClaims.IsFileNoun(pieces[at].Lower))
                return NumberClaims.Noun(pieces[at].Lower);
            if (pieces[at].Lower == "them")
                return new FileWord(Plural: true);
            if (!GuardPhrases.Between.Contains(pieces[at].Lower) && SaidNumber.InDigits(pieces[at].Text) is null && step > 0)
                return null;
        }

        return null;
    }

    private static Claim Is(bool holds, Piece piece) => new(ClaimKind.Count, piece.End, holds);
}
