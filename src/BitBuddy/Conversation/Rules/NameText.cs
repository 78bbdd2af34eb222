namespace BitBuddy;

/// <summary>A name as it is spoken: harmless, and of a sane length.</summary>
internal static class NameText
{
    /// <summary>Names up to this many characters are shown whole.</summary>
    public const int Whole = 80;

    public static string Shown(string name) => Cut(Display.Line(name), Whole);

    /// <summary>Cuts the middle out, so that the start and the extension stay; never splits a surrogate pair.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
            return text;
        var tail = max / 3;
        var head = max - tail - 1;
        if (char.IsHighSurrogate(text[head - 1]))
            head--;
        var from = text.Length - tail;
        if (char.IsLowSurrogate(text[from]))
            from++;
        return string.Concat(text.AsSpan(0, head), "…", text.AsSpan(from));
    }
}
