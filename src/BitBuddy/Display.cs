using System.Globalization;
using System.Text;

namespace BitBuddy;

/// <summary>Makes any text harmless on a terminal or a page: what would steer the screen is shown as visible marks.</summary>
public static class Display
{
    /// <summary>One line: every control, format (bidi, zero width), line-break and broken character becomes <c>\u{..}</c>.</summary>
    public static string Line(string text) => Escape(text, keepLineBreaks: false);

    /// <summary>As <see cref="Line"/>, but line feeds stay.</summary>
    public static string Block(string text) => Escape(text, keepLineBreaks: true);

    /// <summary>True for a character that must not reach a screen as it is.</summary>
    public static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        // Bidi controls, zero-width characters: they steer or hide the text around them.
        UnicodeCategory.Format => true,
        // Tag characters hide whole sentences; variation selectors beyond emoji style hide bytes.
        _ => rune.Value is (>= 0xE0100 and <= 0xE01EF) or 0x115F or 0x1160 or 0x3164 or 0xFFA0,
    };

    private static string Escape(string text, bool keepLineBreaks)
    {
        var first = FirstUnsafe(text, keepLineBreaks);
        if (first < 0)
            return text;

        var safe = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length;)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                if (IsUnsafe(rune) && !(keepLineBreaks && rune.Value == '\n'))
                    safe.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
                else
                    safe.Append(text, i, rune.Utf16SequenceLength);
                i += rune.Utf16SequenceLength;
            }
            else
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)text[i]:x}}}");
                i++;
            }
        }

        return safe.ToString();
    }

    private static int FirstUnsafe(string text, bool keepLineBreaks)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || (IsUnsafe(rune) && !(keepLineBreaks && rune.Value == '\n')))
                return i;
            i += rune.Utf16SequenceLength;
        }

        return -1;
    }
}
