using BitBuddy.Brains;
using BitBuddy.Hub;

namespace BitBuddy.Tests.Brains;

public sealed class BrainPullerTests : IAsyncDisposable
{
    private readonly PullBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Pull_FromAnEmptyHome_IsWholeKnownAndPrivate()
    {
        var bytes = _bench.Serve();

        var events = await _bench.PullAsync();
        var brain = _bench.IsWhole(bytes, events);

        Assert.Equal(("Brain one", "downloaded", "hf.co/acme/tiny/Brain one.gguf", TestHub.Commit, false),
            (brain.Name, brain.Origin, brain.Source, brain.Commit, brain.FirstSeen));
        Assert.Equal(new PullEvent.Starting(0, bytes.Length), events[0]);
        Assert.Contains(events, one => one is PullEvent.Progress(var at, _, _, _) && at == bytes.Length);
        Assert.Contains(new PullEvent.Verifying(bytes.Length, bytes.Length), events);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(brain.Path));
    }

    [Fact]
    public async Task Pull_WhatIsHere_OpensNoConnection()
    {
        _bench.Serve();
        await _bench.PullAsync();
        var requests = _bench.Hub.Hub.Requests.Count + _bench.Hub.Cdn.Requests.Count;
        _bench.Settings = new HubSettings(new Uri("http://127.0.0.1:1"), IsOffline: true);

        Assert.IsType<PullEvent.Done>(Assert.Single(await _bench.PullAsync()));
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task Pull_SameBytesUnderAnotherName_AreNotFetchedAgain()
    {
        var bytes = _bench.Serve();
        await _bench.PullAsync();
        _bench.Hub.Serve("other/copy/Same.gguf", bytes);

        await using var events = _bench.Puller.PullAsync(HubFile.Parse("hf.co/other/copy/Same.gguf")).GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("Brain one", Assert.IsType<PullEvent.Done>(events.Current).Brain.Name);
        Assert.Single(_bench.Hub.Cdn.Requests);
    }

    [Fact]
    public async Task Pull_KilledBetweenRenameAndList_IsFoundNotFetched()
    {
        _bench.Serve();
        await _bench.PullAsync();
        File.Delete(_bench.Home.ModelCache);

        var brain = Assert.IsType<PullEvent.Done>(Assert.Single(await _bench.PullAsync())).Brain;

        Assert.Equal(("downloaded", "hf.co/acme/tiny/Brain one.gguf"), (brain.Origin, brain.Source));
        Assert.Single(_bench.Hub.Cdn.Requests);
    }

    [Fact]
    public async Task Pull_KilledBeforeThePartialWasCleared_ClearsIt()
    {
        _bench.Serve(600);
        _bench.Hub.Cdn.Next(new Fault.Stall(300_000));
        await _bench.PullAsync(one => one is PullEvent.Progress(>= 299_000, _, _, _));
        var record = Directory.GetFiles(_bench.Home.PartialModels, "*.json").Single();
        var bytes = await File.ReadAllBytesAsync(record);
        await _bench.PullAsync();
        await File.WriteAllBytesAsync(record, bytes);
        Assert.Single(_bench.Puller.Paused());

        Assert.IsType<PullEvent.Done>(Assert.Single(await _bench.PullAsync()));

        Assert.Empty(_bench.Puller.Paused());
    }

    [Fact]
    public async Task Pull_StoppedInTheMiddle_GoesOnThere()
    {
        var bytes = _bench.Serve(600);
        _bench.Hub.Cdn.Next(new Fault.Stall(300_000));

        await _bench.PullAsync(one => one is PullEvent.Progress(>= 299_000, _, _, _));
        var paused = Assert.Single(_bench.Puller.Paused());
        var events = await _bench.PullAsync();

        Assert.Equal((bytes.Length, false), (paused.Total, paused.IsActive));
        Assert.True(paused.Bytes >= 299_000, "A clean pause keeps all that came.");
        Assert.Equal(paused.Bytes, _bench.Hub.Cdn.Requests.Last().From);
        Assert.Contains(events, one => one is PullEvent.Verifying);
        _bench.IsWhole(bytes, events);
        Assert.Empty(_bench.Puller.Paused());
    }

    [Fact]
    public async Task Cancel_APausedPull_LeavesNothing()
    {
        _bench.Serve(600);
        _bench.Hub.Cdn.Next(new Fault.Stall(300_000));
        await _bench.PullAsync(one => one is PullEvent.Progress(>= 299_000, _, _, _));

        _bench.Puller.Cancel(_bench.File);

        Assert.Empty(_bench.Puller.Paused());
        Assert.Empty(Directory.GetDirectories(_bench.Home.PartialModels));
    }

    [Fact]
    public async Task Pull_HubGivesNoHash_IsFirstSeenNeverVerified()
    {
        var bytes = PullBench.Brain();
        _bench.Hub.ServeUndeclared(PullBench.Name, bytes);

        var brain = _bench.IsWhole(bytes, await _bench.PullAsync());

        Assert.True(brain.FirstSeen);
        Assert.True(Assert.Single(_bench.Store.List()).FirstSeen);
    }

    [Fact]
    public async Task Pull_PinnedFileIsAnotherOnTheHub_IsRefusedUnfetched()
    {
        _bench.Serve();
        await using var other = new PullBench { File = _bench.File with { Sha256 = new string('a', 64) } };
        other.Settings = new HubSettings(_bench.Hub.Endpoint);

        var refused = await other.RefusedAsync();

        Assert.Contains("another file", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_bench.Hub.Cdn.Requests);
    }

    [Fact]
    public async Task Pull_NameIsTakenByOtherBytes_NothingIsOverwritten()
    {
        var bytes = _bench.Serve();
        Directory.CreateDirectory(_bench.Home.Models);
        var taken = Path.Combine(_bench.Home.Models, "Brain one.gguf");
        await File.WriteAllTextAsync(taken, "mine");

        var brain = Assert.IsType<PullEvent.Done>((await _bench.PullAsync())[^1]).Brain;

        Assert.Equal("mine", await File.ReadAllTextAsync(taken));
        Assert.Equal($"Brain one-{brain.Sha256[..8]}", brain.Name);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(brain.Path));
    }

    [Fact]
    public async Task Pull_TokenIsSet_IsSaidToTheHubAlone()
    {
        var bytes = _bench.Serve();
        _bench.Settings = new HubSettings(_bench.Hub.Endpoint, Token: "hf_secret");

        _bench.IsWhole(bytes, await _bench.PullAsync());

        Assert.All(_bench.Hub.Hub.Requests, request => Assert.Equal("Bearer hf_secret", request["Authorization"]));
        Assert.All(_bench.Hub.Cdn.Requests, request => Assert.Null(request["Authorization"]));
        Assert.All(_bench.Hub.Cdn.Requests, request => Assert.Equal("identity", request["Accept-Encoding"]));
    }

    [Fact]
    public async Task Pull_Offline_SaysSo()
    {
        _bench.Settings = new HubSettings(_bench.Hub.Endpoint, IsOffline: true);

        Assert.Contains("HF_HUB_OFFLINE", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
        Assert.Empty(_bench.Hub.Hub.Requests);
    }

    [Theory]
    [InlineData(401, ExitCode.Failed, "HF_TOKEN")]
    [InlineData(403, ExitCode.Failed, "licence")]
    [InlineData(404, ExitCode.NotFound, "check the name")]
    [InlineData(418, ExitCode.Failed, "HTTP 418")]
    public async Task Pull_HubRefuses_SaysWhatToDo(int status, ExitCode exitCode, string words)
    {
        _bench.Serve();
        _bench.Hub.Hub.Next(new Fault.Status(status));

        var refused = await _bench.RefusedAsync();

        Assert.Equal(exitCode, refused.ExitCode);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_RenamedRepository_IsFollowedOnTheHubItself()
    {
        var bytes = _bench.Serve();
        _bench.Hub.Serve("acme/old/Brain one.gguf", bytes);
        _bench.Hub.Hub.Next(new Fault.Redirect("/acme/tiny/resolve/main/Brain%20one.gguf"));

        _bench.IsWhole(bytes, await _bench.PullAsync());
    }
}
