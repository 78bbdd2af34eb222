using System.Diagnostics;
using System.Globalization;
using BitBuddy.Brains;
using BitBuddy.Hub;
using BitBuddy.Platform;

namespace BitBuddy.Tests.Brains;

public sealed class PullTurnTests : IAsyncDisposable
{
    private readonly PullBench _bench = new();
    private readonly PartialPlace _place;

    public PullTurnTests()
    {
        _place = new PartialPlace(_bench.Home, _bench.File);
        Directory.CreateDirectory(_bench.Home.PartialModels);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Row38_TwoAtOnce_OneFetchesAndTheOtherShowsHowFarItIs()
    {
        var bytes = _bench.Serve(600);
        _bench.Hub.Cdn.Next(new Fault.Stall(300_000));
        await using var first = _bench.Puller.PullAsync(_bench.File).GetAsyncEnumerator();
        while (await first.MoveNextAsync() && first.Current is not PullEvent.Progress(>= 299_000, _, _, _))
        {
        }

        var second = await _bench.PullAsync(one => one is PullEvent.Waiting(_, >= 299_000, not null));
        Assert.Equal(new PullEvent.Waiting(Environment.ProcessId, second.OfType<PullEvent.Waiting>().Last().Bytes, bytes.Length), second[^1]);
        Assert.True(Assert.Single(_bench.Puller.Paused()).IsActive);
        Assert.Contains("is being fetched", Assert.Throws<BuddyException>(() => _bench.Puller.Cancel(_bench.File)).Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        _bench.IsWhole(bytes, [.. (await _bench.PullAsync()).Where(one => one is not PullEvent.Waiting)]);
    }

    [Fact]
    public void Row39_RecordOfADeadProcess_IsNobodys()
    {
        using var dead = Process.Start(OperatingSystem.IsWindows() ? "cmd" : "true", OperatingSystem.IsWindows() ? "/c exit" : "")!;
        dead.WaitForExit();
        Record(dead.Id, DateTimeOffset.UtcNow);

        using var turn = PullTurn.TryTake(_place, out var other);

        Assert.NotNull(turn);
        Assert.Null(other);
    }

    [Fact]
    public void Row39_NumberGivenToAnotherProcessSince_IsNobodys()
    {
        Record(OperatingSystem.IsWindows() ? 4 : 1, DateTimeOffset.UtcNow.AddDays(-400));

        using var turn = PullTurn.TryTake(_place, out _);

        Assert.NotNull(turn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"pid\":-5,\"started\":\"2026-01-01T00:00:00Z\"}")]
    public void Row39_RecordIsDamaged_IsNobodys(string text)
    {
        File.WriteAllText(_place.Owner, text);

        using var turn = PullTurn.TryTake(_place, out _);

        Assert.NotNull(turn);
    }

    // Where a file system only pretends to lock.
    [Fact]
    public void Row39_RecordOfALiveProcess_HoldsWithoutTheSystemsLock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: needs sleep.");
        using var live = Process.Start("sleep", "60");
        try
        {
            Record(live.Id, live.StartTime);

            Assert.Null(PullTurn.TryTake(_place, out var other));
            Assert.Equal(live.Id, other?.Pid);
        }
        finally
        {
            live.Kill();
            live.WaitForExit();
        }

        using var turn = PullTurn.TryTake(_place, out _);
        Assert.NotNull(turn);
    }

    [Fact]
    public void TryTake_Held_IsNullUntilItIsReturned()
    {
        var turn = PullTurn.TryTake(_place, out _);

        Assert.Null(PullTurn.TryTake(_place, out var other));
        Assert.Equal((Environment.ProcessId, LiveProcess.Started), (other!.Pid, other.Started));
        turn!.Dispose();
        PullTurn.TryTake(_place, out _)!.Dispose();
        Assert.False(File.Exists(_place.Owner));
    }

    private void Record(int pid, DateTimeOffset started) => File.WriteAllText(
        _place.Owner, string.Create(CultureInfo.InvariantCulture, $$"""{ "pid": {{pid}}, "started": "{{started:o}}" }"""));
}
