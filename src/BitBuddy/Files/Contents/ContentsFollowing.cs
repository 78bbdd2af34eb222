using BitBuddy.Platform;

namespace BitBuddy.Files.Contents;

/// <summary>In the background of a host: reads the contents of what the index came to know. It looks at the index's own date, and rests while that is the same.</summary>
internal sealed class ContentsFollowing : IAsyncDisposable
{
    // The talk that begins goes first.
    private static readonly TimeSpan Begin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;

    public ContentsFollowing(FileContents contents, string index, TimeProvider clock) =>
        _following = Task.Run(() => FollowAsync(contents, index, clock, _stop.Token));

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task FollowAsync(FileContents contents, string index, TimeProvider clock, CancellationToken cancellationToken)
    {
        (FileStamp?, FileStamp?)? seen = null;
        for (var wait = Begin; ; wait = Look)
        {
            await Task.Delay(wait, clock, cancellationToken);
            var now = (FileStamp.Of(index), FileStamp.Of(index + "-wal"));
            if (now == seen || now.Item1 is null)
                continue;
            try
            {
                var result = await contents.ReadAsync(progress: null, cancellationToken);
                seen = now;
                // What reading took is not needed again soon.
                if (result.Read + result.Nothing + result.Failed > 0)
                    MemoryUse.GiveBack();
            }
            catch (BuddyException)
            {
                // Busy, or a full disk: the next look tries again.
            }
        }
    }
}
