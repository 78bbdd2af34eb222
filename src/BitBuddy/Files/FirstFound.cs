namespace BitBuddy.Files;

/// <summary>Of all that is added, the first so many in an order.</summary>
/// <param name="weighted">Some files may have a weight.</param>
internal sealed class FirstFound(FileOrder order, int room, bool weighted)
{
    private readonly Comparison<FoundFile> _order = FoundFile.By(order);
    private readonly List<FoundFile> _found = [];
    private FoundFile _last;
    private bool _isFull = room <= 0;

    public void Add(in FoundFile file)
    {
        if (_isFull && (room <= 0 || _order(file, _last) >= 0))
            return;
        _found.Add(file);
        if (_found.Count >= 2L * room + 64)
            Cut();
    }

    /// <summary>False for what surely comes too late, told from little: most of what matches needs no more.</summary>
    /// <param name="rank">As good as its rank can be.</param>
    public bool MayTake(int rank, long bytes, long modifiedNs)
    {
        if (!_isFull)
            return true;
        return room > 0 && order switch
        {
            FileOrder.Relevance => rank < _last.Rank || (rank == _last.Rank && (weighted || modifiedNs >= _last.ModifiedNs)),
            FileOrder.Newest => modifiedNs >= _last.ModifiedNs,
            FileOrder.Oldest => modifiedNs <= _last.ModifiedNs,
            FileOrder.Largest => bytes >= _last.Bytes,
            FileOrder.Smallest => bytes <= _last.Bytes,
            _ => true,
        };
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<FoundFile> Take()
    {
        Cut();
        return _found;
    }

    private void Cut()
    {
        _found.Sort(_order);
        if (_found.Count < room || room <= 0)
            return;
        _found.RemoveRange(room, _found.Count - room);
        (_last, _isFull) = (_found[^1], true);
    }
}
