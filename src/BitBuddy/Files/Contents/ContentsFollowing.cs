using BitBuddy.Platform;

namespace BitBuddy.Files.Contents;

/// <summary>In the background of a host: reads the contents of what the index came to know. While the index tells nothing new it rests.</summary>
/// <param name="state">Another value whenever other files may wait.</param>
internal sealed class ContentsFollowing : IAsyncDisposable
{
    // The talk that begins goes first.
    private static readonly TimeSpan Begin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    // To find out what waits every file is looked at: on a large disk, where something always changes, that has to be rare.
    private const int RestFor = 50;
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    // What a reading that was broken off elsewhere left is met again, though nothing changed.
    private static readonly TimeSpan AtLeast = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;

    public ContentsFollowing(FileContents contents, Func<object> state, TimeProvider clock) =>
        _following = Task.Run(() => FollowAsync(contents, state, clock, _stop.Token));

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task FollowAsync(FileContents contents, Func<object> state, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (seen, read) = ((object?)null, 0L);
        for (var wait = Begin; ; wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Look.Ticks, LongestRest.Ticks)))
        {
            await Task.Delay(wait, clock, cancellationToken);
            try
            {
                wait = Look;
                var now = state();
                if (now.Equals(seen) && clock.GetElapsedTime(read) < AtLeast)
                    continue;
                var result = await contents.ReadAsync(progress: null, cancellationToken);
                if (result.IsElsewhere)
                    continue;
                (seen, read, wait) = (now, clock.GetTimestamp(), result.Listing * RestFor);
                // What it took is not needed again soon.
                if (result.Files > 0 || wait > Look)
                    MemoryUse.GiveBack();
            }
            catch (BuddyException)
            {
                // Busy, or a full disk: the next look tries again.
            }
        }
    }
}
