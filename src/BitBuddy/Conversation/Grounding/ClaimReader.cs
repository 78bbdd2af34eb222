using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>Finds the claim that starts at a place, whole; null when what stands there claims nothing.</summary>
/// <param name="text">The text that is spoken of; null where none is.</param>
internal sealed class ClaimReader(FactSheet sheet, NameBook names, Sayings sayings, TextClaims? text)
{
    private readonly QuoteClaims quotes = new(names, sayings);
    private readonly PlaceClaims places = new(names);
    private readonly NumberClaims numbers = new(sheet);
    private readonly DateClaims dates = new(sheet);
    private readonly AmountClaims amounts = new(sheet);

    public Claim? Read(Pieces pieces, Sentence sentence)
    {
        foreach (var phrase in sayings.Phrases)
        {
            if (pieces.Says(phrase))
                return Claim.Free(pieces.Start + phrase.Length);
        }

        var claim = Claimed(pieces, sentence);
        return text is null ? claim : text.Judge(claim, pieces, sentence, sayings);
    }

    private Claim? Claimed(Pieces pieces, Sentence sentence) =>
        ActClaims.Read(pieces, sentence) ?? places.Read(pieces, sentence) ?? names.Match(pieces, sentence) ?? quotes.Read(pieces, sentence) ?? dates.Read(pieces, sentence) ?? numbers.Read(pieces, sentence)
            ?? NameLike(pieces, sentence) ?? amounts.Read(pieces, sentence);

    // Nothing in the facts has that name, or it would have matched before.
    private static Claim? NameLike(Pieces pieces, Sentence sentence)
    {
        var word = pieces[0];
        if (word.Kind != PieceKind.Word)
            return null;
        var looks = word.Text.AsSpan().ContainsAny('/', '\\') || HasExtension(Plain(word.Text)) || word.Text.Length >= Pieces.LongestWord
            || (word.Text[0] == '.' ? !IsExtensionWord(pieces, sentence) : HasExtension(word.Text));
        return looks ? Claim.Refused(word.End) : null;
    }

    // As the eye reads it: without what cannot be seen, wide letters and look-alike dots as their usual ones.
    private static string Plain(string word) => word.All(char.IsAscii) ? "" : string.Concat(
        word.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format).Select(letter => letter switch
        {
            '\u2024' or '\u3002' or '\uff61' => '.',
            >= '\uff01' and <= '\uff5e' => (char)(letter - 0xfee0),
            _ => letter,
        }));

    // "your .pdf files" names a kind; "secret .pdf" names a file.
    private static bool IsExtensionWord(Pieces pieces, Sentence sentence) =>
        !sentence.Touches && KnownExtensions.Contains(pieces[0].Lower.TrimStart('.')) && FileWords.IsFiller(pieces.NextLower(0));

    // Also in the middle: "secret.pdf-copy".
    private static bool HasExtension(string word)
    {
        for (var dot = word.IndexOf('.'); dot >= 0; dot = word.IndexOf('.', dot + 1))
        {
            var end = dot + 1;
            while (end < word.Length && char.IsLetterOrDigit(word[end]))
                end++;
            if (end - dot > (end == word.Length ? 1 : 2) && KnownExtensions.Contains(word[(dot + 1)..end].ToLowerInvariant()))
                return true;
        }

        return false;
    }
}
