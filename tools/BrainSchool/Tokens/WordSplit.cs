using System.Text.RegularExpressions;

namespace BrainSchool.Tokens;

/// <summary>Cuts a text into the words that merges never cross, as llama.cpp's pre-tokenizer "qwen2" does: every digit is one of its own.</summary>
internal static partial class WordSplit
{
    public static List<string> Of(string text)
    {
        List<string> words = [];
        foreach (var match in Words().EnumerateMatches(text))
            words.Add(text.Substring(match.Index, match.Length));
        return words;
    }

    [GeneratedRegex(
        @"'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD]|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
