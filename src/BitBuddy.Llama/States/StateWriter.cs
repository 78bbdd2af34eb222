namespace BitBuddy.Llama.States;

/// <summary>Takes states at once and writes them later, in the background: never while someone waits for a word.</summary>
internal sealed class StateWriter(StateFolder folder) : IDisposable
{
    private readonly List<PrefixState> _taken = [];
    private Task _written = Task.CompletedTask;

    /// <summary>Completes when everything <see cref="Start"/> was called for is on disk.</summary>
    public Task Written => _written;

    /// <summary>Becomes the state's owner.</summary>
    public void Take(PrefixState state) => _taken.Add(state);

    /// <summary>Begins to write what was taken.</summary>
    public void Start()
    {
        if (_taken.Count == 0)
            return;
        PrefixState[] states = [.. _taken];
        _taken.Clear();
        _written = WriteAsync(_written, states);
    }

    public void Dispose()
    {
        Start();
        _written.GetAwaiter().GetResult();
    }

    private async Task WriteAsync(Task before, PrefixState[] states)
    {
        await before.ConfigureAwait(false);
        await Task.Run(() => Array.ForEach(states, Write)).ConfigureAwait(false);
    }

    private void Write(PrefixState state)
    {
        using (state)
            folder.Write(state);
    }
}
