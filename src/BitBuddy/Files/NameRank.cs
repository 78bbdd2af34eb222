using System.Buffers;
using System.Text;

namespace BitBuddy.Files;

/// <summary>How well folded names answer to words.</summary>
internal sealed class NameRank(byte[][] words)
{
    private readonly byte[] _asked = [.. words.SelectMany((word, i) => i == 0 ? word : [(byte)' ', .. word])];
    private readonly bool[] _areWords = Array.ConvertAll(words, word => Encoding.UTF8.GetString(word).All(char.IsLetterOrDigit));

    /// <summary>The rank of whole words: the best but that of the name itself.</summary>
    public const int Words = 1;

    /// <summary>True for the name itself, with or without its ending.</summary>
    public bool Is(ReadOnlySpan<byte> name) =>
        name.StartsWith(_asked) && (name.Length == _asked.Length || name.LastIndexOf((byte)'.') == _asked.Length);

    /// <summary>As <see cref="FoundFile.Rank"/>.</summary>
    public int Of(ReadOnlySpan<byte> name)
    {
        if (Is(name))
            return 0;
        var rank = Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (name.IndexOf(words[i]) < 0)
                return 3;
            if (rank == Words && (!_areWords[i] || !IsWord(name, words[i])))
                rank = 2;
        }

        return rank;
    }

    // With no letter or digit before and behind.
    private static bool IsWord(ReadOnlySpan<byte> name, ReadOnlySpan<byte> word)
    {
        for (var start = 0; name[start..].IndexOf(word) is var at and >= 0; start += at + 1)
        {
            if (!(Rune.DecodeLastFromUtf8(name[..(start + at)], out var last, out _) == OperationStatus.Done && IsLetter(last))
                && !(Rune.DecodeFromUtf8(name[(start + at + word.Length)..], out var next, out _) == OperationStatus.Done && IsLetter(next)))
                return true;
        }

        return false;
    }

    private static bool IsLetter(Rune rune) => rune.IsBmp && char.IsLetterOrDigit((char)rune.Value);
}
