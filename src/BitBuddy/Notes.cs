namespace BitBuddy;

/// <summary>What is off, in sentences; each is told once. Any thread may call.</summary>
public sealed class Notes
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _told = [];
    private readonly Queue<string> _untold = new();
    private readonly List<Watched> _watched = [];

    public void Add(string? sentence)
    {
        lock (_lock)
        {
            if (sentence is not null && _told.Add(sentence))
                _untold.Enqueue(sentence);
        }
    }

    /// <summary>What may go wrong later: asked at each <see cref="Take"/>. What was mended and breaks again is told again.</summary>
    public void Watch(Func<string?> trouble)
    {
        lock (_lock)
            _watched.Add(new Watched(trouble));
    }

    /// <summary>Those not taken yet.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_lock)
        {
            foreach (var watched in _watched)
            {
                var now = watched.Trouble();
                if (now != watched.Last && watched.Last is { } over)
                    _told.Remove(over);
                Add(watched.Last = now);
            }

            List<string> taken = [.. _untold];
            _untold.Clear();
            return taken;
        }
    }

    private sealed class Watched(Func<string?> trouble)
    {
        public Func<string?> Trouble { get; } = trouble;

        /// <summary>What it was at the last look.</summary>
        public string? Last { get; set; }
    }
}
