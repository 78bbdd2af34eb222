using BitBuddy.Brains;
using BitBuddy.Hub;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Brains;

/// <summary>A home, a hub on loopback, and a clock that goes on while something waits for it.</summary>
internal sealed class PullBench : IAsyncDisposable
{
    public const int MarkEvery = 64 * 1024;
    public const string Name = "acme/tiny/Brain one.gguf";

    private readonly TempHome _home = new();
    private int _stallsSeen;
    private long _passedAt;

    public PullBench() => Store = new BrainStore(Home, Clock, Notes);

    public TestHub Hub { get; } = new();
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);
    public Notes Notes { get; } = new();
    public BuddyHome Home => _home.Home;
    public BrainStore Store { get; }
    public HubFile File { get; init; } = HubFile.Parse($"hf.co/{Name}");
    public HubSettings? Settings { get; set; }

    /// <summary>What the disk has free; null cannot be told.</summary>
    public Func<long?> Free { get; set; } = () => null;
    public BrainPuller Puller => new(Home, Store, () => Settings ?? new HubSettings(Hub.Endpoint), Clock, new PullLimits(new PullSpace(_ => Free()), MarkEvery));

    /// <summary>A brain of random weights.</summary>
    public static byte[] Brain(int kilobytes = 300, int seed = 1)
    {
        var bytes = TinyGguf.Whole().Key("general.description", seed.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Tensor("a.weight", 0, 250, (ulong)kilobytes).Bytes();
        new Random(seed).NextBytes(bytes.AsSpan(bytes.Length - kilobytes * 1000));
        return bytes;
    }

    public byte[] Serve(int kilobytes = 300, int seed = 1)
    {
        var bytes = Brain(kilobytes, seed);
        Hub.Serve(Name, bytes);
        return bytes;
    }

    /// <summary>Fetches to the end, or until <paramref name="isEnough"/>.</summary>
    public async Task<List<PullEvent>> PullAsync(Func<PullEvent, bool>? isEnough = null)
    {
        var all = new List<PullEvent>();
        _stallsSeen = Hub.Hub.Stalls + Hub.Cdn.Stalls;
        await using var events = Puller.PullAsync(File).GetAsyncEnumerator();
        while (true)
        {
            var next = events.MoveNextAsync().AsTask();
            await Soon.UntilAsync(() => next.IsCompleted, () => PassTime(all.LastOrDefault(), isEnough is null));
            if (!await next)
                return all;
            all.Add(events.Current);
            if (all[^1] is PullEvent.Retrying(var why, _) && why.Contains("stopped sending", StringComparison.Ordinal))
                _stallsSeen++;
            if (isEnough?.Invoke(events.Current) == true)
                return all;
        }
    }

    // As much as what is waited for needs; for a stall not before all that was sent has arrived, and no more before it can have had its effect.
    private void PassTime(PullEvent? last, bool overStalls)
    {
        if (last is PullEvent.Waiting)
            Clock.Advance(TimeSpan.FromSeconds(1));
        else if (last is PullEvent.Retrying(_, var when) && Clock.GetUtcNow() < when)
            Clock.Advance(when - Clock.GetUtcNow());
        else if (overStalls && Hub.Hub.Stalls + Hub.Cdn.Stalls > _stallsSeen && Arrived >= Hub.Cdn.StalledAt && Environment.TickCount64 > _passedAt + 100)
        {
            Clock.Advance(TimeSpan.FromSeconds(31));
            _passedAt = Environment.TickCount64;
        }
    }

    private long Arrived => Directory.Exists(Home.PartialModels)
        ? new DirectoryInfo(Home.PartialModels).EnumerateFiles("*.gguf", SearchOption.AllDirectories).Sum(file => file.Length)
        : 0;

    public async Task<BuddyException> RefusedAsync()
    {
        var refused = await Assert.ThrowsAsync<BuddyException>(() => PullAsync());
        Assert.Empty(Store.List());
        Assert.Empty(Directory.Exists(Home.Models) ? Directory.GetFiles(Home.Models, "*.gguf") : []);
        return refused;
    }

    /// <summary>The brain is whole, known, and alone; progress went back with a reason only.</summary>
    public KnownBrain IsWhole(byte[] bytes, IReadOnlyList<PullEvent> events)
    {
        var brain = Assert.IsType<PullEvent.Done>(events[^1]).Brain;
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(brain.Path));
        Assert.Equal(brain.Sha256, Assert.Single(Store.List()).Sha256);
        Assert.Equal([brain.Path], Directory.GetFiles(Home.Models, "*.gguf"));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Home.PartialModels), path => !path.EndsWith(".lock", StringComparison.Ordinal));
        long last = 0;
        foreach (var one in events)
        {
            last = one switch { PullEvent.Restarted => 0, PullEvent.Starting(var at, _) => at, PullEvent.Progress(var at, _, _, _) when at >= last => at, PullEvent.Progress => -1, _ => last };
            Assert.True(last >= 0, "Progress went back without a word.");
        }

        return brain;
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        _home.Dispose();
    }
}
