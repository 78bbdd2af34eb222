using System.Buffers;
using System.Text;

namespace BitBuddy.Files.Contents;

/// <summary>Words of a text as they are compared: folded, each character of a script without spaces a word of its own.</summary>
internal static class ContentWords
{
    /// <summary>A text as the word index takes it.</summary>
    public static string Fold(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var length = NameFold.Fold(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), letters);
            var folded = letters.AsSpan(0, length);
            return folded.IndexOfAnyInRange('\u2E80', '\uFAFF') < 0 ? folded.ToString() : Spaced(folded);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    /// <summary>The words of a folded text.</summary>
    public static List<string> Of(string folded) => NameWords.Of(folded);

    /// <summary>A word as people bend it: itself first. "invoice" stands also where "invoices" does, and the other way round.</summary>
    public static IReadOnlyList<string> Forms(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower))
            return [word];
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return [word, word[..^3] + "y"];
        if (word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal))
            return [word, word + "es"];
        if (EndsInHiss(word, "es"))
            return [word, word[..^2], word[..^1]];
        if (word[^1] == 's')
            return [word, word[..^1]];
        if (word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'o' or 'u'))
            return [word, word[..^1] + "ies"];
        return EndsInHiss(word, "") ? [word, word + "es"] : [word, word + "s"];
    }

    private static bool EndsInHiss(string word, string after) => ((string[])["s", "x", "z", "ch", "sh"]).Any(hiss => word.EndsWith(hiss + after, StringComparison.Ordinal));

    private static string Spaced(ReadOnlySpan<char> folded)
    {
        var text = new StringBuilder(folded.Length + (folded.Length / 2));
        foreach (var c in folded)
        {
            if (c is >= '\u2E80' and <= '\uFAFF')
                text.Append(' ').Append(c).Append(' ');
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
