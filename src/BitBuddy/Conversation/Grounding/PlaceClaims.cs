namespace BitBuddy.Conversation;

/// <summary>Folders a reply names: "in Downloads", "from your Holiday Plans folder", "in the folder Secrets".</summary>
internal sealed class PlaceClaims(NameBook names)
{
    private const int LongestName = 4;

    public Claim? Read(Pieces pieces, Sentence sentence)
    {
        if (!GuardPhrases.Inside.Contains(pieces[0].Lower))
            return Bare(pieces, sentence);
        var at = pieces.NextWord(0);
        while (at >= 0 && GuardPhrases.Determiners.Contains(pieces[at].Lower))
            at = pieces.NextWord(at);
        if (at < 0)
            return null;
        if (pieces[at].Lower is "folder" or "directory")
            return Behind(pieces, at);
        return Before(pieces, at) ?? Known(pieces[at]);
    }

    // "the folder Secrets", "the folder named secrets"
    private Claim? Behind(Pieces pieces, int at)
    {
        var next = pieces.NextWord(at);
        if (next >= 0 && pieces[next].Lower is "named" or "called")
            next = pieces.NextWord(next);
        else if (next >= 0 && !char.IsUpper(pieces[next].Text[0]))
            return null;
        return next < 0 || pieces[next].Lower == "i" ? null : Is(pieces, next, next);
    }

    // "Holiday Plans folder"
    private Claim? Before(Pieces pieces, int first)
    {
        var at = first;
        for (var words = 1; words <= LongestName; words++)
        {
            if (GuardPhrases.FolderTalk.Contains(pieces[at].Lower) || (SaidNumber.InDigits(pieces[at].Text) is not null && !names.HasFolder(pieces[at].Text)))
                return null;
            var next = pieces.NextWord(at);
            if (next < 0)
                return null;
            if (pieces[next].Lower is "folder" or "directory")
                return Is(pieces, first, at) with { End = pieces[next].End };
            at = next;
        }

        return null;
    }

    // "The Downloads folder has it", "that is Downloads"; "Documents" alone may just be documents.
    private Claim? Bare(Pieces pieces, Sentence sentence)
    {
        if (Known(pieces[0]) is not { } place)
            return null;
        var isFolder = pieces.NextLower(0) is "folder" or "directory";
        return isFolder || (sentence.Begun && char.IsUpper(pieces[0].Text[0]) && !NumberClaims.IsFileNoun(pieces[0].Lower)) ? place : null;
    }

    // "From 2024" is a date, whatever a folder is called.
    private Claim? Known(Piece word) => !word.Text.All(char.IsAsciiDigit) && (GuardPhrases.UsualFolders.Contains(word.Text) || names.HasFolder(word.Text))
        ? names.Place(word.Text, word.End) : null;

    private Claim Is(Pieces pieces, int first, int last) =>
        names.Place(pieces.Text[pieces[first].Start..pieces[last].End], pieces[last].End);
}
