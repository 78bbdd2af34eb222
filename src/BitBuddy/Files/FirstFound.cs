namespace BitBuddy.Files;

/// <summary>Of all that is added, the first so many in an order.</summary>
internal sealed class FirstFound(Comparison<FoundFile> order, int room)
{
    private readonly List<FoundFile> _found = [];
    private FoundFile? _last;

    public void Add(in FoundFile file)
    {
        if (room <= 0 || (_last is { } last && order(file, last) >= 0))
            return;
        _found.Add(file);
        if (_found.Count >= 2L * room + 64)
            Cut();
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<FoundFile> Take()
    {
        Cut();
        return _found;
    }

    private void Cut()
    {
        _found.Sort(order);
        if (_found.Count < room || room <= 0)
            return;
        _found.RemoveRange(room, _found.Count - room);
        _last = _found[^1];
    }
}
