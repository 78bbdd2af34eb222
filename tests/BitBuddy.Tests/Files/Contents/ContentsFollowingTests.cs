using BitBuddy.Files;
using BitBuddy.Files.Contents;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>A reading is seen by what it asks: which folders are off.</summary>
public sealed class ContentsFollowingTests : IAsyncDisposable
{
    private readonly TestTree _tree = new();
    private readonly WaitedFor _clock = new();
    private readonly ContentsFollowing _following;
    private int _asked;

    public ContentsFollowingTests()
    {
        var contents = new FileContents(_tree.IndexPath, Off, reader: null, _clock);
        _following = new ContentsFollowing(contents, _tree.Index, _clock);
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
        _tree.Write("a.txt", "one");
        await _tree.ScanAsync();
        await ReadAsync("one");
        await LookAsync();
        await LookAsync();
        var asked = _asked;

        for (var i = 0; i < 5; i++)
        {
            new Freshness(_tree.Index, new FileScan(_tree.Index, _tree.Home)).Check([_tree.Root], TimeSpan.FromMinutes(1));
            await LookAsync();
        }

        Assert.Equal(asked, _asked);
    }

    private IReadOnlyList<string> Off()
    {
        Interlocked.Increment(ref _asked);
        return [];
    }

    private Task ReadAsync(string word) => Soon.UntilAsync(
        () => _tree.Search(new FileQuery { Inside = [word] }).Count == 1, () => _clock.Advance(TimeSpan.FromSeconds(20)));

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
