namespace BitBuddy.Llama.States;

/// <summary>Takes states at once and writes them later, in the background: never while someone waits for a word.</summary>
internal sealed class StateWriter(StateFolder folder) : IDisposable
{
    // More than the folder holds is not kept.
    private readonly StateMemory _taken = new(folder.Room);
    private Task _written = Task.CompletedTask;

    /// <summary>Completes when everything <see cref="Start"/> was called for is on disk.</summary>
    public Task Written => _written;

    /// <summary>Whether a state of these tokens is worth taking: neither taken already nor on disk, and it can be written.</summary>
    public bool Wants(ReadOnlySpan<int> tokens) => folder.Room > 0 && !_taken.Has(tokens) && !folder.Has(tokens);

    /// <summary>Becomes the state's owner.</summary>
    public void Take(PrefixState state) => _taken.Keep(state);

    /// <summary>Begins to write what was taken.</summary>
    public void Start()
    {
        if (_taken.TakeAll() is { Length: > 0 } states)
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
        {
            try
            {
                folder.Write(state);
            }
            catch (Exception)
            {
                // Whatever it was, this head is computed again, and the next one is written.
            }
        }
    }
}
