using System.Threading.Channels;

namespace BitBuddy.App.Editing;

/// <summary>
/// Keys that wait for a prompt. What one read of the terminal brought stays together: Ctrl-C, a signal that comes on another thread,
/// falls before it or after it, and never clears a half of it.
/// </summary>
internal sealed class KeyQueue : ChannelReader<Key>
{
    private const int Waiting = 1000;

    private readonly Channel<Key[]> _reads = Channel.CreateBounded<Key[]>(Waiting);
    private readonly Queue<Key> _rest = new();

    /// <summary>Waits while a thousand reads do: the rest stays with the system.</summary>
    public void Send(IEnumerable<Key> read) => _reads.Writer.WriteAsync([.. read]).AsTask().GetAwaiter().GetResult();

    /// <summary>For signals: never waits.</summary>
    public void TrySend(Edit edit) => _reads.Writer.TryWrite([new Key(edit)]);

    public override bool TryRead(out Key key)
    {
        while (!_rest.TryDequeue(out key))
        {
            if (!_reads.Reader.TryRead(out var read))
                return false;
            foreach (var next in read)
                _rest.Enqueue(next);
        }

        return true;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) =>
        _rest.Count > 0 ? new(true) : _reads.Reader.WaitToReadAsync(cancellationToken);
}
