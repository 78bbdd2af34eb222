namespace BitBuddy.Files;

/// <summary>Folders by the numbers of their rows.</summary>
/// <param name="size">No number is this large.</param>
internal sealed class FolderSet(int size)
{
    private readonly bool[] _has = new bool[size];

    public bool IsEmpty { get; private set; } = true;

    public void Add(int id)
    {
        _has[id] = true;
        IsEmpty = false;
    }

    public bool Has(int id) => (uint)id < (uint)_has.Length && _has[id];

    /// <summary>Those of either.</summary>
    public FolderSet With(FolderSet other)
    {
        var both = new FolderSet(_has.Length);
        for (var id = 0; id < _has.Length; id++)
        {
            if (_has[id] || other.Has(id))
                both.Add(id);
        }

        return both;
    }
}
