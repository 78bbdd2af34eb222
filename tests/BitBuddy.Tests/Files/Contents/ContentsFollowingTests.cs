using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Platform;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>A reading is seen by what it asks: which folders are off.</summary>
public sealed class ContentsFollowingTests : IAsyncDisposable
{
    private readonly TestTree _tree = new();
    private readonly WaitedFor _clock = new();
    private readonly ContentsFollowing _following;
    private int _asked;
    private int _chosen;

    public ContentsFollowingTests()
    {
        var contents = new FileContents(_tree.IndexPath, Off, reader: null, _clock);
        _following = new ContentsFollowing(contents, () => (_tree.Index.State(), _chosen), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _following.DisposeAsync();
        _tree.Dispose();
    }

    [Fact]
    public async Task Following_FilesThatCameAndChanged_AreRead()
    {
        _tree.Write("a.txt", "one");
        await _tree.ScanAsync();
        await ReadAsync("one");

        _tree.Write("b.txt", "two");
        await _tree.ScanAsync();
        await ReadAsync("two");
    }

    [Fact]
    public async Task Following_NothingButDatesOfLooking_IsNoReading()
    {
        var asked = await SettleAsync();

        for (var i = 0; i < 5; i++)
        {
            new Freshness(_tree.Index, new FileScan(_tree.Index, _tree.Home)).Check([_tree.Root], TimeSpan.FromMinutes(1));
            await LookAsync();
        }

        Assert.Equal(asked, _asked);
    }

    [Fact]
    public async Task Following_OtherFoldersOff_IsAReading()
    {
        var asked = await SettleAsync();

        _chosen++;

        await Soon.UntilAsync(() => _asked > asked, () => _clock.Advance(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Following_AnHourWithoutChange_IsAReading()
    {
        var asked = await SettleAsync();

        _clock.Advance(TimeSpan.FromHours(1));

        await Soon.UntilAsync(() => _asked > asked, () => _clock.Advance(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Following_TurnOfAnotherProcess_IsTakenUpAfterIt()
    {
        _tree.Write("a.txt", "one");
        await _tree.ScanAsync();
        using (FileLock.TryTake(ContentsDatabase.PathFor(_tree.IndexPath)))
        {
            await LookAsync();
            await LookAsync();
        }

        await ReadAsync("one");
    }

    private IReadOnlyList<string> Off()
    {
        Interlocked.Increment(ref _asked);
        return [];
    }

    private Task ReadAsync(string word) => Soon.UntilAsync(
        () => _tree.Search(new FileQuery { Inside = [word] }).Count == 1, () => _clock.Advance(TimeSpan.FromSeconds(20)));

    // What is there was read and nothing is left to do; how often it was asked until then.
    private async Task<int> SettleAsync()
    {
        _tree.Write("a.txt", "one");
        await _tree.ScanAsync();
        await ReadAsync("one");
        await LookAsync();
        await LookAsync();
        return _asked;
    }

    private async Task LookAsync()
    {
        var before = _clock.Times;
        await Soon.UntilAsync(() => _clock.Times > before, () => _clock.Advance(TimeSpan.FromSeconds(20)));
    }

    private sealed class WaitedFor : FakeTimeProvider
    {
        private int _times;

        public int Times => _times;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _times);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
