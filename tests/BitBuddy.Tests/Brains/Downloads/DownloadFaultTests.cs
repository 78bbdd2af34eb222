using BitBuddy.Brains;
using BitBuddy.Hub;

namespace BitBuddy.Tests.Brains;

/// <summary>The faults of the net, by their rows.</summary>
public sealed class DownloadFaultTests : IAsyncDisposable
{
    private readonly PullBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Row32_HubUnreachable_SaysSoAndIsTriedAgain()
    {
        _bench.Settings = new HubSettings(new Uri("http://127.0.0.1:1"));

        var refused = await _bench.RefusedAsync();

        Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
        Assert.Contains("same command", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row32_UnknownCertificate_SaysThatNoSafeConnectionCanBeMade()
    {
        await using var safe = new TestHub(isSafe: true);
        safe.Serve(PullBench.Name, PullBench.Brain());
        _bench.Settings = new HubSettings(safe.Endpoint, Token: "hf_secret");

        Assert.Contains("No safe connection", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
        Assert.Empty(safe.Hub.Requests);
    }

    [Fact]
    public async Task Row32_LoginPageForTheHub_IsToldAndNeverKept()
    {
        _bench.Serve();
        _bench.Hub.Hub.Always = new Fault.Page();

        Assert.Contains("login page", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row32_LoginPageInTheMiddle_CostsNothingOfWhatIsHere()
    {
        var bytes = _bench.Serve(600);
        _bench.Hub.Cdn.Next(new Fault.Truncate(300_000), new Fault.Page());

        var events = await _bench.PullAsync();

        _bench.IsWhole(bytes, events);
        Assert.Contains(events, one => one is PullEvent.Retrying(var why, _) && why.Contains("login page", StringComparison.Ordinal));
        Assert.DoesNotContain(events, one => one is PullEvent.Restarted);
        Assert.True(_bench.Hub.Cdn.Requests.Last().From > 200_000);
    }

    [Fact]
    public async Task Row33_ResetOrShortBodyAtEachPercent_GoesOnFromThere()
    {
        var bytes = _bench.Serve(200);
        for (var percent = 0; percent < 100; percent++)
        {
            var at = bytes.Length * percent / 100;
            _bench.Hub.Cdn.Next(percent % 2 == 0 ? new Fault.Reset(at) : new Fault.Truncate(at));
            var sent = _bench.Hub.Cdn.Sent;

            var events = await _bench.PullAsync();

            var brain = _bench.IsWhole(bytes, events);
            Assert.Single(events.OfType<PullEvent.Retrying>());
            Assert.DoesNotContain(events, one => one is PullEvent.Restarted);
            // A reset throws away what lies unread; a short body does not.
            if (percent % 2 == 1)
                Assert.Equal(bytes.Length, _bench.Hub.Cdn.Sent - sent);
            _bench.Store.Remove(brain);
        }
    }

    [Fact]
    public async Task Row33_StallAtEachFivePercent_IsLeftForANewConnection()
    {
        var bytes = _bench.Serve(200);
        for (var percent = 0; percent < 100; percent += 5)
        {
            _bench.Hub.Cdn.Next(new Fault.Stall(bytes.Length * percent / 100));
            var sent = _bench.Hub.Cdn.Sent;

            var events = await _bench.PullAsync();

            var brain = _bench.IsWhole(bytes, events);
            Assert.Contains("stopped sending", Assert.Single(events.OfType<PullEvent.Retrying>()).Why, StringComparison.Ordinal);
            Assert.Equal(bytes.Length, _bench.Hub.Cdn.Sent - sent);
            _bench.Store.Remove(brain);
        }
    }

    [Fact]
    public async Task Row33_SlowDrip_IsLeftForANewConnection()
    {
        var bytes = _bench.Serve();
        _bench.Hub.Cdn.Next(new Fault.Drip(1000));

        var events = await _bench.PullAsync();

        _bench.IsWhole(bytes, events);
        Assert.Contains("stopped sending", Assert.Single(events.OfType<PullEvent.Retrying>()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows32To36_AnyFaultsInAnyOrder_EndWholeOrWithASentence()
    {
        var random = new Random(20261125);
        var (whole, refused) = (0, 0);
        for (var round = 0; round < 40; round++)
        {
            var bytes = _bench.Serve(400, round);
            _bench.Hub.Cdn.Next([.. Enumerable.Range(0, random.Next(7)).Select(_ => Any(random))]);
            _bench.Hub.Hub.Next([.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(3) switch { 0 => new Fault.Status(503), 1 => new Fault.Reset(), _ => (Fault)new Fault.Page() })]);
            KnownBrain? brain = null;
            for (var run = 0; brain is null; run++)
            {
                Assert.True(run < 10, "It never ends.");
                try
                {
                    brain = _bench.IsWhole(bytes, await _bench.PullAsync());
                    whole++;
                }
                catch (BuddyException)
                {
                    Assert.Empty(_bench.Store.List());
                    refused++;
                }
            }

            while (_bench.Hub.Cdn.Forget() | _bench.Hub.Hub.Forget())
            {
            }

            _bench.Store.Remove(brain);
        }

        Assert.True(whole == 40 && refused > 0, $"{whole} whole, {refused} refused");
    }

    private static Fault Any(Random random) => random.Next(9) switch
    {
        0 => new Fault.Reset(random.Next(400_000)),
        1 => new Fault.Truncate(random.Next(400_000)),
        2 => new Fault.Stall(random.Next(400_000)),
        3 => new Fault.Whole(),
        4 => new Fault.WrongRange(random.Next(-5000, 5000)),
        5 => new Fault.WrongByte(random.Next(400_000)),
        6 => new Fault.Status(random.Next(2) == 0 ? 416 : 403),
        7 => new Fault.Page(),
        _ => new Fault.Header("ETag", $"\"{random.Next(3)}\""),
    };

    [Fact]
    public async Task Row33_StallOfTheHubItself_IsTriedAgain()
    {
        var bytes = _bench.Serve();
        _bench.Hub.Hub.Next(new Fault.Stall());

        _bench.IsWhole(bytes, await _bench.PullAsync());
    }

    [Fact]
    public async Task Row33_NothingEverComesThrough_EndsWithASentence()
    {
        _bench.Serve();
        _bench.Hub.Cdn.Always = new Fault.Reset(1000);

        var refused = await _bench.RefusedAsync();

        Assert.Contains("same command", refused.Message, StringComparison.Ordinal);
        Assert.Equal(6, _bench.Hub.Cdn.Requests.Count);
    }

    public static TheoryData<string, bool> Row35 => new()
    {
        // What the CDN answers to the missing part, and whether the download begins anew.
        { "whole", true }, { "wrong start", false }, { "earlier start", false }, { "changed tag", true }, { "weak tag", false }, { "416", false },
        { "416 twice", true }, { "expired", false }, { "404", false }, { "429", false }, { "503", false }, { "500", false }, { "other size", false },
    };

    [Theory]
    [MemberData(nameof(Row35))]
    public async Task Row35_AnswerToTheMissingPart_RestartsOrGoesOnNeverAWrongFile(string answer, bool restarts)
    {
        var bytes = _bench.Serve(600);
        _bench.Hub.Cdn.Next(new Fault.Truncate(300_000));
        _bench.Hub.Cdn.Next(answer switch
        {
            "whole" => [new Fault.Whole()],
            "wrong start" => [new Fault.WrongRange(4096)],
            "earlier start" => [new Fault.WrongRange(-4096)],
            "changed tag" => [new Fault.Header("ETag", "\"another\"")],
            "weak tag" => [new Fault.Header("ETag", "W/\"another\"")],
            "416" => [new Fault.Status(416)],
            "416 twice" => [new Fault.Status(416), new Fault.Status(416)],
            "expired" => [new Fault.Status(403)],
            "404" => [new Fault.Status(404)],
            "429" => [new Fault.Status(429, "7")],
            "503" => [new Fault.Status(503)],
            "500" => [new Fault.Status(500)],
            "other size" => [new Fault.Header("Content-Range", $"bytes 300000-{bytes.Length}/{bytes.Length + 1}")],
            _ => throw new ArgumentException(answer),
        });

        var events = await _bench.PullAsync();

        _bench.IsWhole(bytes, events);
        Assert.Equal(restarts, events.Any(one => one is PullEvent.Restarted));
        // Each try asks the hub for an address that is good now.
        Assert.Equal(_bench.Hub.Cdn.Requests.Count, _bench.Hub.Cdn.Requests.Select(request => request.Path).Distinct().Count());
    }

    [Fact]
    public async Task Row35_RetryAfter_IsHeeded()
    {
        _bench.Serve();
        _bench.Hub.Hub.Next(new Fault.Status(429, "97"));
        var before = _bench.Clock.GetUtcNow();

        var events = await _bench.PullAsync();

        Assert.Contains(events, one => one is PullEvent.Retrying(_, var when) && when == before + TimeSpan.FromSeconds(97));
        Assert.True(_bench.Clock.GetUtcNow() >= before + TimeSpan.FromSeconds(97));
    }

    [Fact]
    public async Task Row35_RetryAfterHours_StopsAndSaysWhen()
    {
        _bench.Serve();
        _bench.Hub.Hub.Next(new Fault.Status(429, "7200"));

        Assert.Contains("120 minutes", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row35_FileReplacedOnTheHubMeanwhile_IsFetchedAnew()
    {
        _bench.Serve(600, seed: 1);
        _bench.Hub.Cdn.Next(new Fault.Stall(300_000));
        await _bench.PullAsync(one => one is PullEvent.Progress(>= 299_000, _, _, _));
        var bytes = _bench.Serve(600, seed: 2);

        var events = await _bench.PullAsync();

        _bench.IsWhole(bytes, events);
        Assert.Contains(events, one => one is PullEvent.Restarted(var why) && why.Contains("has changed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/brain")]
    [InlineData("ftp://cdn.example/brain")]
    [InlineData("file:///etc/passwd")]
    public async Task Row35_SentOnToWhereNoBrainMayComeFrom_IsRefused(string to)
    {
        _bench.Serve();
        _bench.Hub.Hub.Next(new Fault.Header("Location", to));
        Assert.Contains("sent me on", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);

        _bench.Hub.Cdn.Next(new Fault.Redirect(to));
        Assert.Contains("sent me on", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row35_RedirectLoop_EndsWithASentence()
    {
        _bench.Serve();
        _bench.Hub.Hub.Always = new Fault.Redirect("/acme/tiny/resolve/main/again.gguf");
        Assert.Contains("without end", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);

        _bench.Hub.Hub.Always = null;
        _bench.Hub.Cdn.Always = new Fault.Redirect("/again");
        Assert.Contains("without end", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row35_NameOutOfTheFolder_IsNotHeeded()
    {
        var bytes = _bench.Serve();
        _bench.Hub.Cdn.Next(new Fault.Header("Content-Disposition", "attachment; filename=\"../../../../tmp/evil.gguf\""));
        _bench.IsWhole(bytes, await _bench.PullAsync());

        var unsafeFile = new HubFile("acme", "tiny", "../../evil.gguf");
        await Assert.ThrowsAsync<BuddyException>(async () => await _bench.Puller.PullAsync(unsafeFile).GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public async Task Row36_OneWrongByte_IsFetchedAgainByItself()
    {
        var bytes = _bench.Serve();
        _bench.Hub.Cdn.Next(new Fault.WrongByte(200_000));

        var events = await _bench.PullAsync();

        _bench.IsWhole(bytes, events);
        Assert.Contains(events, one => one is PullEvent.Restarted(var why) && why.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row36_WrongTwice_StopsAndIsNeverListed()
    {
        _bench.Serve();
        _bench.Hub.Cdn.Always = new Fault.WrongByte(200_000);

        Assert.Contains("damaged twice", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
        Assert.Equal(2, _bench.Hub.Cdn.Requests.Count);
    }

    [Fact]
    public async Task Row36_PageWithTheRightSize_IsNoBrain()
    {
        _bench.Hub.Serve(PullBench.Name, new byte[5000]);

        Assert.Contains("is no brain", (await _bench.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row37_NotEnoughRoom_IsSaidBeforeTheStart()
    {
        var bytes = _bench.Serve();
        _bench.Free = () => PullSpace.Reserve + bytes.Length - 1;

        var refused = await _bench.RefusedAsync();

        Assert.Contains("needs 301 KB more, and 500 MB stay free for you, but there are 500 MB", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_bench.Hub.Cdn.Requests);
    }

    [Fact]
    public async Task Row37_DiskFillsMeanwhile_IsPausedAndGoesOn()
    {
        var bytes = _bench.Serve(600);
        var looks = 0;
        _bench.Free = () => ++looks > 1 ? PullSpace.Reserve : null;

        var refused = await _bench.RefusedAsync();
        var kept = Assert.Single(_bench.Puller.Paused()).Bytes;
        _bench.Free = () => null;
        var events = await _bench.PullAsync();

        Assert.Contains("what is here is kept", refused.Message, StringComparison.Ordinal);
        Assert.True(kept >= PullBench.MarkEvery);
        Assert.Equal(kept, _bench.Hub.Cdn.Requests.Last().From);
        _bench.IsWhole(bytes, events);
    }

    public static TheoryData<string, byte[]> Row42 => new()
    {
        { "version 1", new TinyGguf { Version = 1 }.Bytes() },
        { "version 999", new TinyGguf { Version = 999 }.Bytes() },
        { "other byte order", [.. "GGUF"u8, 0, 0, 0, 3, .. new byte[100]] },
        { "3 bytes", "GGU"u8.ToArray() },
        { "magic alone", "GGUF"u8.ToArray() },
        { "header alone", TinyGguf.Whole().Bytes()[..32] },
        { "cut tensors", TinyGguf.Whole().Bytes()[..^10] },
    };

    [Theory]
    [MemberData(nameof(Row42))]
    public async Task Row42_WhatArrivesWholeIsNoSoundGguf_IsOneSentenceAndNotKept(string what, byte[] bytes)
    {
        _bench.Hub.Serve(PullBench.Name, bytes);

        var refused = await _bench.RefusedAsync();

        Assert.True(refused.Message.StartsWith("Brain one.gguf", StringComparison.Ordinal) || what == "3 bytes", $"{what}: {refused.Message}");
        Assert.Empty(_bench.Puller.Paused());
    }
}
