using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>A number as a reply says it: "12", "1.2", "12MB", "twelve", "a dozen", "two hundred".</summary>
/// <param name="Decimals">Digits after the point: the precision said.</param>
/// <param name="Last">The piece it ends in.</param>
/// <param name="Glued">A unit in the same word, lower case; else "".</param>
internal sealed record SaidNumber(decimal Value, int Decimals, int Last, string Glued = "")
{
    public bool IsWord { get; private init; }

    /// <summary>"one" alone is mostly a pronoun.</summary>
    public bool IsPlainOne { get; private init; }

    public bool IsYear { get; private init; }

    /// <summary>Null for what begins with a digit and is no number ("3d", "12-page").</summary>
    public static SaidNumber? InDigits(string text)
    {
        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] is '.' or ','))
            digits++;
        var glued = text[digits..].ToLowerInvariant();
        if (NumberWords.Quantity(text[..digits]) is not { } value || !glued.All(char.IsAsciiLetter))
            return null;
        var point = text.AsSpan(0, digits).LastIndexOf('.');
        var decimals = point < 0 ? 0 : digits - point - 1;
        if ((glued.Length > 0 && SizeWords.Unit(glued) == 0) || !IsPlain(text[..digits], value, decimals))
            return null;
        return new SaidNumber(value, decimals, 0, glued) { IsYear = digits == 4 && CalendarWords.Year(text) > 0 };
    }

    // "1,234.5" or "1234.5"; what is written any other way ("12,5", "007") cannot be checked.
    private static bool IsPlain(string said, decimal value, int decimals) =>
        said == value.ToString($"N{decimals}", CultureInfo.InvariantCulture) || said == value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>Null where no number word starts.</summary>
    public static SaidNumber? InWords(Pieces pieces)
    {
        var first = pieces[0].Lower;
        var (total, last) = (NumberWords.InWords(first), 0);
        if (total < 0)
        {
            // "a dozen" and "a gigabyte" are amounts; "a file" is not.
            if (first is "a" or "an" or "half" && pieces.NextLower(0) is var next && (IsMany(next) || SizeWords.Unit(next) > 1))
                return Many(pieces, 1m, 0) with { IsWord = true };
            return IsMany(first) ? Many(pieces, 1m, -1) with { IsWord = true } : null;
        }

        if (total is >= 20 and < 100 && total % 10 == 0 && NumberWords.InWords(pieces.NextLower(0)) is > 0 and < 10 and var ones)
            (total, last) = (total + ones, pieces.NextWord(0));
        var said = Many(pieces, total, last);
        return said with { IsWord = true, IsPlainOne = said.Value == 1 && first == "one" };
    }

    // "two hundred thousand", "a dozen", "half a dozen"
    private static SaidNumber Many(Pieces pieces, decimal value, int last)
    {
        if (pieces[0].Lower == "half")
            value = 0.5m;
        while ((last < 0 ? 0 : pieces.NextWord(last)) is var next and >= 0 && (IsMany(pieces[next].Lower) || (value == 0.5m && pieces[next].Lower == "a")))
        {
            value *= pieces[next].Lower switch
            {
                "couple" => 2,
                "dozen" => 12,
                "hundred" => 100,
                "thousand" => 1_000,
                "million" => 1_000_000,
                "billion" => 1_000_000_000,
                _ => 1,
            };
            last = next;
            if (value > 1_000_000_000_000_000)
                break;
        }

        return new SaidNumber(value, value == Math.Truncate(value) ? 0 : 1, last);
    }

    /// <summary>"twelve-hundred", "three-page": a number inside a longer word.</summary>
    public static bool IsInside(string word) =>
        word.Contains('-') && word.Split('-').Any(part => IsMany(part) || NumberWords.InWords(part) > 1);

    private static bool IsMany(string word) => word is "couple" or "dozen" or "hundred" or "thousand" or "million" or "billion";
}
