using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>Where the choice of phrases begins: the same in the same situation, on every computer and in every process.</summary>
internal readonly record struct PhraseSeed(uint Hash)
{
    /// <param name="asked">What was asked for and how many there are, in words.</param>
    public static PhraseSeed Of(string name, Situation situation, Intent intent, Facts facts, string? asked)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{name}|{situation}|{intent.Kind}|{intent.Query.Order}|{intent.Query.Take}|{facts.Bytes}|{facts.Corrected}|{asked}");
        return new PhraseSeed(Fnv(2166136261, text));
    }

    /// <summary>A start of its own for each sentence of a reply.</summary>
    public uint At(int sentence)
    {
        var mixed = unchecked(Hash + ((uint)sentence * 0x9E3779B9));
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6B);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35);
        // Room above for the turn.
        return (mixed ^ (mixed >> 16)) >> 8;
    }

    private static uint Fnv(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }
}
