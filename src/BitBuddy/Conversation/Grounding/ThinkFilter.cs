using System.Text;

namespace BitBuddy.Conversation;

/// <summary>
/// Drops what a model thinks aloud (<c>&lt;think&gt;...&lt;/think&gt;</c> and its spellings) from a stream, also when a mark is split over
/// pieces, is nested, or never closed. The result does not depend on how the text was split.
/// </summary>
internal sealed class ThinkFilter
{
    private const int LongestMark = 24;
    private static readonly string[] Names = ["think", "thinking", "thought", "thoughts", "reasoning", "reflection"];
    private string held = "";
    private int depth;

    private enum Mark
    {
        None,
        Opens,
        Closes,
        Empty,
        Undecided,
    }

    /// <summary>The text outside of the marks that is certain by now.</summary>
    public string Push(string text, bool isEnd = false)
    {
        held += text;
        var clear = new StringBuilder();
        var at = 0;
        while (at < held.Length)
        {
            var mark = ReadMark(held.AsSpan(at), out var length);
            if (mark == Mark.Undecided && !isEnd)
                break;
            depth = mark switch { Mark.Opens => depth + 1, Mark.Closes => Math.Max(0, depth - 1), _ => depth };
            if (mark is Mark.None or Mark.Undecided && depth == 0)
                clear.Append(held[at]);
            at += mark is Mark.None or Mark.Undecided ? 1 : length;
        }

        held = held[at..];
        return clear.ToString();
    }

    // <think>, </thinking>, < think >, <|think|>, <think/>, in small and capital letters.
    private static Mark ReadMark(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text[0] != '<')
            return Mark.None;
        var name = "";
        var (before, after) = (false, false);
        for (var i = 1; i < LongestMark; i++)
        {
            if (i == text.Length)
                return Mark.Undecided;
            var letter = char.ToLowerInvariant(text[i]);
            var nameEnded = name.Length > 0 && !char.IsAsciiLetter(text[i - 1]);
            if (letter == '>')
            {
                length = i + 1;
                return !Names.Contains(name) ? Mark.None : before ? Mark.Closes : after ? Mark.Empty : Mark.Opens;
            }

            if (letter == '/')
                (before, after) = (before || name.Length == 0, after || name.Length > 0);
            else if (char.IsAsciiLetter(letter) && !nameEnded)
                name += letter;
            else if (letter is not (' ' or '|'))
                return Mark.None;
            if (!Names.Any(known => known.StartsWith(name, StringComparison.Ordinal)) || (nameEnded && char.IsAsciiLetter(letter)))
                return Mark.None;
        }

        return Mark.None;
    }
}
