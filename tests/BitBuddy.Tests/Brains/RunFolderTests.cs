using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

public sealed class RunFolderTests : IDisposable
{
    private readonly TempHome _temp = new();
    private readonly RunFolder _run;

    public RunFolderTests() => _run = new RunFolder(_temp.Home);

    public void Dispose() => _temp.Dispose();

    private static BrainStatus Brain(BrainState state, string? name = null) => new(
        state, name is null ? null : new KnownBrain { Name = name, Path = "", Bytes = 0, Sha256 = "", Origin = "", VerifiedAt = default, FileTime = default }, default);

    [Fact]
    public void Live_ThisProcess_IsListedUntilItLeaves()
    {
        Assert.True(_run.TryEnter(Brain(BrainState.Awake, "My brain")));

        var host = Assert.Single(_run.Live());
        Assert.Equal((Environment.ProcessId, "My brain", "awake"), (host.Pid, host.Brain, host.State));
        _run.Leave();
        Assert.Empty(_run.Live());
    }

    [Theory]
    [InlineData("{\"pid\":4194304,\"started\":\"2026-01-01T00:00:00Z\",\"state\":\"awake\",\"since\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"pid\":1,\"started\":\"1999-01-01T00:00:00Z\",\"state\":\"awake\",\"since\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("not json")]
    [InlineData("null")]
    public void Live_DeadOrReusedOrBrokenRecord_IsClearedAwayWithItsRequest(string record)
    {
        Directory.CreateDirectory(_temp.Home.Run);
        File.WriteAllText(Path.Combine(_temp.Home.Run, "4194304.json"), record);
        File.WriteAllText(Path.Combine(_temp.Home.Run, "4194304.sleep"), "");
        File.WriteAllText(Path.Combine(_temp.Home.Run, "4194304.wake"), "");

        Assert.Empty(_run.Live());
        Assert.Empty(Directory.GetFiles(_temp.Home.Run));
    }

    [Fact]
    public void TakeSleepRequest_AskedOnce_IsTakenOnce()
    {
        _run.TryEnter(Brain(BrainState.Awake));
        _run.AskToSleep(Assert.Single(_run.Live()));

        Assert.False(_run.TakeWakeRequest());
        Assert.True(_run.TakeSleepRequest());
        Assert.False(_run.TakeSleepRequest());
    }

    [Fact]
    public void Ask_ToWakeThenToSleepAndBack_TheLastCounts()
    {
        _run.TryEnter(Brain(BrainState.Asleep));
        var host = Assert.Single(_run.Live());

        _run.AskToWake(host);
        _run.AskToSleep(host);
        Assert.Equal((false, true), (_run.TakeWakeRequest(), _run.TakeSleepRequest()));
        _run.AskToSleep(host);
        _run.AskToWake(host);
        Assert.Equal((true, false), (_run.TakeWakeRequest(), _run.TakeSleepRequest()));
    }

    [Fact]
    public void Live_RecordOfALiveProcessUnreadable_Stays()
    {
        _run.TryEnter(Brain(BrainState.Awake));
        var path = Assert.Single(Directory.GetFiles(_temp.Home.Run));
        File.WriteAllText(path, "");

        Assert.Empty(_run.Live());
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void TryEnter_HomeCannotBe_IsFalse()
    {
        File.WriteAllText(_temp.Home.Root, "a file");

        Assert.False(_run.TryEnter(Brain(BrainState.Asleep)));
        Assert.Empty(_run.Live());
    }
}
