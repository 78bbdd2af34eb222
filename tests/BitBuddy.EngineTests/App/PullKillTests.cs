using System.Diagnostics;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Hub;

namespace BitBuddy.EngineTests.App;

/// <summary>A download that is killed again and again is whole in the end, and little of it is fetched twice.</summary>
public sealed class PullKillTests : IAsyncDisposable
{
    private const int Seed = 20261125;
    private const long MostAgain = 32 << 20;
    private const string Id = "hf.co/acme/tiny/Large.gguf";
    private readonly AppHome _home = new();
    private readonly TestHub _hub = new();

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Row34_KilledAtRandomMoments_ResumesWithLittleFetchedAgain()
    {
        Machine.NeedsLinux();
        var large = Path.Combine(_home.Root, "large.gguf");
        LargeBrain.Write(large, Proof.IsFull ? 200_000_000 : 40_000_000, Seed);
        var content = _hub.ServeFile("acme/tiny/Large.gguf", large);
        _home.Variables["HF_ENDPOINT"] = _hub.Endpoint.AbsoluteUri;
        _hub.Cdn.Pace = 100_000_000;
        var random = new Random(Seed);
        var (kills, most, resumed, reached) = (Math.Max(3, Proof.Size(50)), 0L, 0, 0L);
        for (var kill = 0; kill < kills;)
        {
            var (requests, sent) = (_hub.Cdn.Requests.Count, _hub.Cdn.Sent);
            using var pull = _home.Start("brain", "pull", Id);
            if (random.Next(5) == 0)
                await AtAsync(random.Next(400));
            else
                await UntilSentAsync(sent + random.NextInt64(content.Length / 2), pull);
            var ended = pull.HasExited;
            pull.Kill();
            await pull.EndAsync();
            if (_hub.Cdn.Requests.Count > requests)
            {
                var from = _hub.Cdn.Requests.ElementAt(requests).From ?? 0;
                most = Math.Max(most, reached - from);
                resumed += from > 0 ? 1 : 0;
                reached = from + _hub.Cdn.Sent - sent;
            }

            if (ended)
            {
                await IsWholeAsync(large);
                reached = 0;
                continue;
            }

            kill++;
        }

        var last = await _home.RunAsync("brain", "pull", Id);
        Assert.True(last.ExitCode == 0, last.Err);
        await IsWholeAsync(large);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {resumed} resumed in the middle, at most {most:N0} bytes fetched again");
        Assert.True(resumed > 0, "No run went on in the middle.");
        Assert.True(most <= MostAgain, $"{most:N0} bytes were fetched again.");
    }

    private async Task UntilSentAsync(long bytes, Process pull)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!pull.HasExited && _hub.Cdn.Sent < bytes)
            await look.WaitForNextTickAsync();
    }

    private static async Task AtAsync(int milliseconds)
    {
        using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds + 1));
        await moment.WaitForNextTickAsync();
    }

    private async Task IsWholeAsync(string large)
    {
        Assert.Equal(await File.ReadAllBytesAsync(large), await File.ReadAllBytesAsync(Path.Combine(_home.Home, "models", "Large.gguf")));
        Assert.Equal(0, (await _home.RunAsync("brain", "rm", Id, "--yes")).ExitCode);
    }
}
