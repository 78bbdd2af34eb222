namespace BitBuddy.Files;

/// <summary>How well names answer to one or more alternatives: as to the best of them.</summary>
internal sealed class NameRanks(byte[][][] alternatives)
{
    private readonly NameRank[] _ranks = Array.ConvertAll(alternatives, words => new NameRank(words));

    /// <summary>True for a name that is what was asked for: rank 0.</summary>
    public bool AnyIs(ReadOnlySpan<byte> name)
    {
        foreach (var rank in _ranks)
        {
            if (rank.Is(name))
                return true;
        }

        return false;
    }

    /// <summary>As <see cref="FoundFile.Rank"/>.</summary>
    public int Of(ReadOnlySpan<byte> name)
    {
        var best = int.MaxValue;
        foreach (var rank in _ranks)
            best = Math.Min(best, rank.Of(name));
        return best;
    }
}
