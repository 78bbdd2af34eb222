namespace BitBuddy.Tests.Editing;

/// <summary>Characters as a reader sees them, none of which joins its neighbour, and the columns each takes on a screen.</summary>
internal static class Typed
{
    public static readonly (string Text, int Columns)[] Letters =
    [
        ("a", 1), ("b", 1), (" ", 1), (".", 1), ("ß", 1), ("é", 1), ("e\u0301", 1), ("n\u0303\u0323", 1), ("漢", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2),
        ("😀", 2), ("🫠", 2), ("👍🏽", 2), ("👨\u200d👩\u200d👧", 2), ("🏳️\u200d🌈", 2), ("❤️", 2), ("1️⃣", 2),
        // What must not reach a screen is spelled out.
        ("\e", 6), ("\u202e", 8), ("\u0007", 5), ("\u009b", 6),
    ];

    public static string Text(IEnumerable<int> letters) => string.Concat(letters.Select(letter => Letters[letter].Text));

    public static int Columns(IEnumerable<int> letters) => letters.Sum(letter => Letters[letter].Columns);
}
