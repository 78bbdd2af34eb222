using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>Numbers in digits and in words.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>"12", "1,000", "twelve", "a", "dozen", "few": a whole number; -1 when it is none.</summary>
    public static int Whole(string word) => word switch
    {
        "" => -1,
        "a" or "an" => 1,
        "couple" => 2,
        "few" or "several" => 3,
        "dozen" => 12,
        "hundred" => 100,
        _ when char.IsAsciiDigit(word[0]) => int.TryParse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var digits) ? digits : -1,
        _ => InWords(word),
    };

    /// <summary>"three", "twenty", "forty-two"; -1 when it is none.</summary>
    public static int InWords(string word)
    {
        if (Array.IndexOf(Small, word) is var small and >= 0)
            return small;
        var (ten, one) = word.IndexOf('-') is var dash and > 0 ? (word[..dash], word[(dash + 1)..]) : (word, "");
        var tens = ten.Length == 0 ? -1 : Array.IndexOf(Tens, ten);
        if (tens < 2)
            return -1;
        var ones = Array.IndexOf(Small, one);
        return one.Length == 0 ? tens * 10 : ones is > 0 and < 10 ? (tens * 10) + ones : -1;
    }

    /// <summary>"second", "12th", "21st".</summary>
    public static string Place(int number) => number is > 0 and <= 10 ? OrderWords.Ordinals[number - 1]
        : number.ToString(CultureInfo.InvariantCulture) + ((number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    /// <summary>"1.5", "1,000", "1,5": a quantity; null when it is none.</summary>
    public static decimal? Quantity(string word)
    {
        if (word.Length is 0 or > 24 || !char.IsAsciiDigit(word[0]))
            return null;
        var comma = word.IndexOf(',');
        var european = comma >= 0 && word.IndexOf('.') < 0 && comma == word.LastIndexOf(',') && word.Length - comma != 4;
        return decimal.TryParse(european ? word.Replace(',', '.') : word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
