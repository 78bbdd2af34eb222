using BitBuddy.Brains;
using BitBuddy.Hub;

namespace BitBuddy.Tests.Brains;

/// <summary>What a crash or a power cut leaves of a download.</summary>
public sealed class PartialFileTests : IAsyncDisposable
{
    private readonly PullBench _bench = new();
    private readonly PartialPlace _place;

    public PartialFileTests() => _place = new PartialPlace(_bench.Home, _bench.File);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Row33_PowerCut_WhatWasNotMarkedIsFetchedAgain()
    {
        var bytes = await PausedAsync();
        var kept = _place.Record()!.Kept;
        // Longer than what was marked, and what lies behind is not what was written.
        await using (var data = new FileStream(_place.Data, FileMode.Append))
            data.Write(new byte[50_000]);

        var events = await _bench.PullAsync();

        Assert.Equal(kept, _bench.Hub.Cdn.Requests.Last().From);
        _bench.IsWhole(bytes, events);
    }

    [Fact]
    public async Task Row33_DiskDamagedWhatWasMarked_IsCutBackToTheLastSoundMark()
    {
        var bytes = await PausedAsync();
        using (var data = new FileStream(_place.Data, FileMode.Open))
        {
            data.Position = 150_000;
            data.WriteByte(0xAA);
        }

        var events = await _bench.PullAsync();

        Assert.Contains(events, one => one is PullEvent.Restarted(var why) && why.Contains("damaged on the disk", StringComparison.Ordinal));
        Assert.Equal(2 * PullBench.MarkEvery, _bench.Hub.Cdn.Requests.Last().From);
        _bench.IsWhole(bytes, events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"schema\":9}")]
    public async Task Row33_RecordIsDamaged_BeginsAnewAndIsNotStuck(string text)
    {
        var bytes = await PausedAsync();
        await File.WriteAllTextAsync(_place.RecordFile, text);

        _bench.IsWhole(bytes, await _bench.PullAsync());
        Assert.Null(_bench.Hub.Cdn.Requests.Last().From);
    }

    [Fact]
    public async Task Row33_DataIsGone_BeginsAnew()
    {
        var bytes = await PausedAsync();
        File.Delete(_place.Data);

        _bench.IsWhole(bytes, await _bench.PullAsync());
    }

    [Fact]
    public async Task Row33_AnyDamageBetweenTwoRuns_NeverGivesAWrongFile()
    {
        var random = new System.Random(7);
        for (var round = 0; round < 40; round++)
        {
            var bytes = await PausedAsync(round);
            foreach (var path in (string[])[_place.Data, _place.RecordFile])
            {
                using var file = new FileStream(path, FileMode.Open);
                switch (random.Next(4))
                {
                    case 0: file.SetLength(random.NextInt64(file.Length + 1)); break;
                    case 1: file.Position = random.NextInt64(file.Length); file.WriteByte((byte)random.Next(256)); break;
                    case 2: file.Position = file.Length; file.Write(new byte[random.Next(1000)]); break;
                }
            }

            var brain = _bench.IsWhole(bytes, await _bench.PullAsync());
            _bench.Store.Remove(brain);
        }
    }

    private async Task<byte[]> PausedAsync(int seed = 1)
    {
        var bytes = _bench.Serve(600, seed);
        _bench.Hub.Cdn.Next(new Fault.Stall(300_000));
        await _bench.PullAsync(one => one is PullEvent.Progress(>= 299_000, _, _, _));
        return bytes;
    }
}
