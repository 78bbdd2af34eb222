namespace BitBuddy;

/// <summary>What is off, in sentences; each is told once. Any thread may call.</summary>
public sealed class Notes
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _told = [];
    private readonly Queue<string> _untold = new();
    private readonly List<Func<string?>> _watched = [];

    public void Add(string? sentence)
    {
        lock (_lock)
        {
            if (sentence is not null && _told.Add(sentence))
                _untold.Enqueue(sentence);
        }
    }

    /// <summary>What may go wrong later: asked at each <see cref="Take"/>.</summary>
    public void Watch(Func<string?> trouble)
    {
        lock (_lock)
            _watched.Add(trouble);
    }

    /// <summary>Those not taken yet.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_lock)
        {
            _watched.ForEach(trouble => Add(trouble()));
            List<string> taken = [.. _untold];
            _untold.Clear();
            return taken;
        }
    }
}
