using BitBuddy.Platform;

namespace BitBuddy.Files.Contents;

/// <summary>In the background of a host: reads the contents of what the index came to know. While the index tells nothing new it rests.</summary>
internal sealed class ContentsFollowing : IAsyncDisposable
{
    // The talk that begins goes first.
    private static readonly TimeSpan Begin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    // A reading that finds nothing has looked at every file: on a large disk, where something always changes, it has to be rare.
    private const int RestFor = 50;
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;

    public ContentsFollowing(FileContents contents, FileIndex index, TimeProvider clock) =>
        _following = Task.Run(() => FollowAsync(contents, index, clock, _stop.Token));

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task FollowAsync(FileContents contents, FileIndex index, TimeProvider clock, CancellationToken cancellationToken)
    {
        object? seen = null;
        for (var wait = Begin; ; wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Look.Ticks, LongestRest.Ticks)))
        {
            await Task.Delay(wait, clock, cancellationToken);
            try
            {
                wait = Look;
                var now = index.State();
                if (now.Equals(seen))
                    continue;
                var begun = clock.GetTimestamp();
                await contents.ReadAsync(progress: null, cancellationToken);
                (seen, wait) = (now, clock.GetElapsedTime(begun) * RestFor);
                // What reading took is not needed again soon.
                MemoryUse.GiveBack();
            }
            catch (BuddyException)
            {
                // Busy, or a full disk: the next look tries again.
            }
        }
    }
}
