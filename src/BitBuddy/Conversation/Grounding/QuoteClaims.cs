namespace BitBuddy.Conversation;

/// <summary>Whatever stands in quotes must be a name of the facts or a phrase of the personality.</summary>
internal sealed class QuoteClaims(NameBook names, Sayings sayings)
{
    private const int Longest = 300;

    public Claim? Read(Pieces pieces, Sentence sentence)
    {
        if (pieces[0] is not { Kind: PieceKind.Mark, Text.Length: 1 } open)
            return null;
        var mark = open.Text[0];
        var isSingle = mark is '\'' or '\u2018';
        if (!Quotes.IsDouble(mark) && !(isSingle && !sentence.Touches))
            return null;
        var close = open.Start + 1;
        for (; close - open.Start <= Longest; close++)
        {
            var there = pieces.CharAt(close);
            if (there is '\0' or '\n')
                break;
            if (Quotes.Closes(mark, there) && !(isSingle && char.IsLetterOrDigit(pieces.CharAt(close + 1))))
                return Quoted(pieces.Text[(open.Start + 1)..close].Trim(), close + 1);
        }

        // An apostrophe opens nothing; a quotation mark that is never closed cannot be checked.
        return isSingle ? null : Claim.Refused(open.End);
    }

    private Claim Quoted(string said, int end)
    {
        if (sayings.Phrases.Concat(sayings.Quotable).Contains(said, StringComparer.OrdinalIgnoreCase))
            return Claim.Free(end);
        var whole = names.Supports(said, end);
        return whole.Holds ? whole : names.Supports(said.TrimEnd('.', ',', '!', '?'), end);
    }
}
