using System.Text;

namespace BitBuddy.Conversation;

/// <summary>Text of others as data for a prompt: one line, nothing hidden in it, of a sane length.</summary>
internal static class PromptText
{
    /// <summary>Without control, bidi, zero-width and broken characters; white space in one; the middle cut out above <paramref name="max"/>.</summary>
    public static string Clean(string text, int max)
    {
        // What will be cut anyway is not looked at.
        var source = text.Length > 4 * max ? NameText.Cut(text, 4 * max) : text;
        var clean = new StringBuilder(Math.Min(source.Length, 4 * max));
        for (var at = 0; at < source.Length;)
        {
            if (!Rune.TryGetRuneAt(source, at, out var rune))
            {
                at++;
                continue;
            }

            at += rune.Utf16SequenceLength;
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (!Display.IsUnsafe(rune))
            {
                clean.Append(rune);
            }
        }

        return NameText.Cut(clean.ToString().TrimEnd(), max);
    }

    /// <summary>A file name in quotes that it cannot end by itself.</summary>
    public static string Quoted(string name) =>
        $"\"{Clean(name, PromptBudget.NameCharacters).Replace('"', '\'')}\"";
}
