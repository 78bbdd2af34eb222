using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BitBuddy.Llama;

/// <summary>Streams a client's replies, one at a time, and goes back in the one that is streamed when it is asked to.</summary>
internal sealed class RewindableReplies
{
    // Room for one: a lock that needs no disposing, because a reply may be given up after its client.
    private readonly Channel<int> _turn = Channel.CreateBounded<int>(1);
    private readonly Lock _gate = new();
    private int? _position;
    private HashSet<int>? _closed;

    /// <param name="reply">The steps of the reply; giving them up stops it.</param>
    /// <param name="resume">The steps from a position on, with tokens that may not come next.</param>
    /// <param name="cancellationToken">For the wait until no other reply is streamed.</param>
    public async IAsyncEnumerable<ReplyStep> StreamAsync(
        IAsyncEnumerable<ReplyStep> reply, Func<int, IReadOnlyList<int>, IAsyncEnumerable<ReplyStep>> resume, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _turn.Writer.WriteAsync(0, cancellationToken).ConfigureAwait(false);
        try
        {
            for (IAsyncEnumerable<ReplyStep>? steps = reply; steps is not null; steps = Resumed(resume))
            {
                await using var reading = steps.ConfigureAwait(false).GetAsyncEnumerator();
                while (Volatile.Read(ref _closed) is null && await reading.MoveNextAsync())
                {
                    lock (_gate)
                        _position = reading.Current.Position;
                    yield return reading.Current;
                }
            }
        }
        finally
        {
            lock (_gate)
                (_position, _closed) = (null, null);
            _turn.Reader.TryRead(out _);
        }
    }

    /// <exception cref="InvalidOperationException">No reply is streamed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reply has no such position, or not any more.</exception>
    public void Rewind(int position, IReadOnlyList<int> closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        lock (_gate)
        {
            var most = _position ?? throw new InvalidOperationException("No reply is being streamed, so there is nothing to go back in.");
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(position, most);
            // Called twice before the reply goes on: closed tokens add up at the same position and are void behind it.
            if (_closed is null || position < most)
                _closed = [];
            _closed.UnionWith(closed);
            _position = position;
        }
    }

    private IAsyncEnumerable<ReplyStep>? Resumed(Func<int, IReadOnlyList<int>, IAsyncEnumerable<ReplyStep>> resume)
    {
        lock (_gate)
        {
            if (_closed is null)
                return null;
            int[] closed = [.. _closed];
            _closed = null;
            return resume(_position!.Value, closed);
        }
    }
}
