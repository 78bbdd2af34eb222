namespace BitBuddy;

/// <summary>What is off, in sentences; each is told once.</summary>
public sealed class Notes
{
    private readonly HashSet<string> _told = [];
    private readonly Queue<string> _untold = new();

    public void Add(string? sentence)
    {
        if (sentence is not null && _told.Add(sentence))
            _untold.Enqueue(sentence);
    }

    /// <summary>Those not taken yet.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> taken = [.. _untold];
        _untold.Clear();
        return taken;
    }
}
