namespace BitBuddy.Files;

/// <summary>Folders by the numbers of their rows.</summary>
/// <param name="size">No number is this large.</param>
internal sealed class FolderSet(int size)
{
    private readonly ulong[] _has = new ulong[(size + 63) / 64];

    public bool IsEmpty { get; private set; } = true;

    public void Add(int id)
    {
        _has[id >> 6] |= 1UL << id;
        IsEmpty = false;
    }

    public bool Has(int id) => (uint)id >> 6 < (uint)_has.Length && (_has[id >> 6] >> id & 1) != 0;

    /// <summary>Those of either.</summary>
    /// <param name="other">Of the same size.</param>
    public FolderSet With(FolderSet other)
    {
        var both = new FolderSet(size) { IsEmpty = IsEmpty && other.IsEmpty };
        for (var part = 0; part < _has.Length; part++)
            both._has[part] = _has[part] | other._has[part];
        return both;
    }
}
