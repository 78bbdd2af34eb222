namespace BitBuddy.Conversation;

/// <summary>Numbers with their units: counts, sizes, percentages, ages, years.</summary>
internal sealed class NumberClaims(FactSheet sheet)
{
    public Claim? Read(Pieces pieces, Sentence sentence)
    {
        if (Number(pieces) is not { } number)
            return HasDigit(pieces[0]) ? Strange(pieces[0]) : SaidNumber.IsInside(pieces[0].Lower) ? Claim.Refused(pieces[0].End) : Vague(pieces);
        var claim = Meaning(pieces, sentence, number);
        // "more than 12" is no fact of ours, nor is "$12", nor what is denied.
        var isBent = sentence.Negated || GuardPhrases.Bounds.Contains(sentence.Previous)
            || (sentence.Touches && GuardPhrases.Signs.Contains(sentence.Previous));
        return isBent && claim is { Kind: not ClaimKind.Free } ? Claim.Refused(claim.End) : claim;
    }

    private Claim? Meaning(Pieces pieces, Sentence sentence, SaidNumber number)
    {
        var (next, end) = (pieces.NextWord(number.Last), pieces[number.Last].End);
        var word = number.Glued.Length > 0 ? number.Glued : next < 0 ? "" : pieces[next].Lower;
        var unitAt = number.Glued.Length > 0 || next < 0 ? number.Last : next;
        var unitEnd = pieces[unitAt].End;
        if (SizeWords.Unit(word) is > 0 and var unit && !(number.IsWord && word is "b" or "k"))
            return sheet.Size(number.Value, unit, number.Decimals, sentence.Previous == "of" ? "" : About(pieces, unitAt), unitEnd);
        var mark = pieces[number.Last + 1].Kind == PieceKind.Space ? number.Last + 2 : number.Last + 1;
        if (pieces[mark].Text == "%")
            return Percent(number, pieces.NextLower(mark), pieces[mark].End);

        if (word == "percent")
            return Percent(number, pieces.NextLower(unitAt), unitEnd);
        if (CalendarWords.Unit(word) != '\0')
            return Age(pieces, number, word, unitAt);
        if (number.Glued.Length > 0)
            return Claim.Refused(end);
        if (IsListMark(pieces, sentence, number))
            return Claim.Free(end);
        if (number.IsPlainOne && !IsFileNoun(word))
            return null;
        return Count(pieces, number, next, word, end);
    }

    // "free", "together", "in all"
    private static string About(Pieces pieces, int unitAt) =>
        pieces.NextLower(unitAt) is "in" && pieces.NextLower(pieces.NextWord(unitAt)) is "all" or "total" ? FactSheet.Sum : pieces.NextLower(unitAt);

    private Claim Count(Pieces pieces, SaidNumber number, int next, string word, int end)
    {
        if (number.Value > long.MaxValue)
            return Claim.Refused(end);
        var value = (long)number.Value;
        if (number.Value == value && sheet.IsOfGroups(value, word) is { } holds)
            return new Claim(ClaimKind.Count, end, holds);
        if (number.Value != value || GuardPhrases.OtherThings.Contains(word) || pieces[number.Last + 1].Text is "€" or "$" or "°" or "\ufe0f")
            return Claim.Refused(end);
        if (word is "folder" or "folders")
            return new Claim(ClaimKind.Count, end, sheet.IsFolderCount(value));
        if (number.IsYear && !IsFileNoun(word) && sheet.Date((int)value, null, null, null, isAsOf: false, end) is { Rows.Count: > 0 } year)
            return year;
        var second = next < 0 ? "" : pieces.NextLower(next);
        var noun = IsFileNoun(word) ? word : IsFileNoun(second) ? second : "";
        var fits = noun.Length == 0 || sheet.AllAre(Noun(noun));
        return new Claim(ClaimKind.Count, end, fits && sheet.IsCount(value, ofAll: word == "of"));
    }

    private Claim Percent(SaidNumber number, string about, int end) => new(ClaimKind.Count, end, sheet.IsPercent(number.Value, about));

    // "3 days ago", "two years old": of a listed file. Any other span ("in 2 days") is no fact.
    private Claim Age(Pieces pieces, SaidNumber number, string word, int unitAt)
    {
        var ago = pieces.NextWord(unitAt);
        if (ago < 0 || pieces[ago].Lower is not ("ago" or "old") || number.Value is < 0 or > 36_500)
            return Claim.Refused(pieces[unitAt].End);
        var unit = CalendarWords.Unit(word);
        return unit == 'h' ? Claim.Refused(pieces[ago].End) : sheet.Ago((int)number.Value, unit, pieces[ago].End);
    }

    // "1. budget.pdf" at the start of a line is a list.
    private bool IsListMark(Pieces pieces, Sentence sentence, SaidNumber number) =>
        !sentence.Begun && number is { Last: 0, IsWord: false } && number.Value >= 1 && number.Value <= sheet.Files.Count
        && pieces[1] is { Kind: PieceKind.Mark, Text: "." or ")" } && pieces[2].Kind == PieceKind.Space;

    private static SaidNumber? Number(Pieces pieces)
    {
        if (pieces[0].Kind != PieceKind.Word)
            return null;
        var text = pieces[0].Text;
        return char.IsAsciiDigit(text[0]) ? SaidNumber.InDigits(text) : SaidNumber.InWords(pieces);
    }

    private static bool HasDigit(Piece piece) => piece.Text.Any(char.IsNumber);

    // "mp3" is a word; "v1.2" or an Arabic digit is a number nobody can check.
    private static Claim? Strange(Piece piece) =>
        FileWords.Kinds.ContainsKey(piece.Lower) || KnownExtensions.Contains(piece.Lower.TrimStart('.')) ? null : Claim.Refused(piece.End);

    private Claim? Vague(Pieces pieces)
    {
        var atLeast = pieces[0].Lower switch
        {
            "dozens" => 24,
            "hundreds" => 200,
            "thousands" => 2_000,
            "millions" => 2_000_000,
            "half" when pieces.NextLower(0) is "of" or "the" or "your" => long.MaxValue,
            _ => 0L,
        };
        return atLeast == 0 ? null : new Claim(ClaimKind.Count, pieces[0].End, sheet.Count >= atLeast);
    }

    internal static bool IsFileNoun(string word) => word.Length > 0
        && (FileWords.Nouns.ContainsKey(word) || FileWords.Kinds.ContainsKey(word) || GuardPhrases.Found.Contains(word));

    internal static FileWord Noun(string word) =>
        FileWords.Kinds.TryGetValue(word, out var kind) ? kind : new FileWord(Plural: word.EndsWith('s'));
}
