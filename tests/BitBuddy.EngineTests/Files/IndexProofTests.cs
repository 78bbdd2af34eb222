using System.Globalization;
using BitBuddy.EngineTests.App;
using BitBuddy.Conversation;

namespace BitBuddy.EngineTests.Files;

/// <summary>Whatever happens to the files and to <c>index.db</c>, in the end the index equals a scan from nothing, row by row.</summary>
public sealed class IndexProofTests : IDisposable
{
    private static readonly int Seed = Proof.Seed(20261125);
    private static readonly TimeSpan StormPatience = TimeSpan.FromSeconds(60);

    private readonly AppHome _home = new();
    private readonly Random _random = new(Seed);

    public void Dispose() => _home.Dispose();

    // Row 23.
    [Fact]
    public async Task Storm_CreatesRenamesDeletes_EqualsAScanFromNothingWithinAMinute()
    {
        var tree = Grow(2000);
        await using var host = NewHost();
        await host.PrepareAsync([tree], progress: null, TestContext.Current.CancellationToken);
        await using var staying = host.Stay();
        var storm = new FileStorm(tree, Seed);
        for (var i = 0; i < Proof.Size(50_000); i++)
            storm.Step();

        var over = DateTimeOffset.UtcNow + StormPatience;
        var expected = await FromNothingAsync(tree);
        IReadOnlyList<string> rows;
        while (!(rows = IndexRows.Of(Index)).SequenceEqual(expected) && DateTimeOffset.UtcNow < over)
            await Task.Delay(TimeSpan.FromMilliseconds(250), TestContext.Current.CancellationToken);
        Assert.Equal(expected, rows);
    }

    [Fact]
    public async Task Killed_AtRandomMomentsOfAScan_EqualsAScanFromNothing()
    {
        Machine.NeedsLinux();
        var tree = Grow(Proof.IsFull ? 60_000 : 15_000);
        await using (var host = NewHost())
            host.Folders.Add(tree);
        var storm = new FileStorm(tree, Seed);
        for (var kill = 0; kill < Math.Max(4, Proof.Size(50)); kill++)
        {
            using (var scan = _home.Start("index", "--names"))
            {
                await Task.Delay(_random.Next(Proof.IsFull ? 1500 : 800), TestContext.Current.CancellationToken);
                scan.Kill();
                await scan.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            for (var i = 0; i < 20; i++)
                storm.Step();
            if (kill % 10 == 3)
                await IsWholeAsync(tree);
        }

        await IsWholeAsync(tree);
    }

    // Row 26.
    [Fact]
    public async Task Index_BitsFlippedOrCutOff_IsFineOrRebuiltAndPutRightByTheNextScan()
    {
        var tree = Grow(1200);
        await using (var host = NewHost())
            await host.PrepareAsync([tree], progress: null, TestContext.Current.CancellationToken);
        var (whole, expected) = (await File.ReadAllBytesAsync(Index, TestContext.Current.CancellationToken), await FromNothingAsync(tree));
        Assert.Equal(expected, IndexRows.Of(Index));
        for (var round = 0; round < Proof.Size(1000); round++)
        {
            var bytes = (byte[])whole.Clone();
            var at = _random.Next(bytes.Length);
            if (round % 10 == 9)
                bytes = bytes[..at];
            else
                bytes[at] ^= (byte)(1 << _random.Next(8));
            Put(bytes);
            await using (var host = NewHost())
            {
                await AskAsync(host, tree);
                await host.ScanAllAsync(rebuild: false, progress: null, TestContext.Current.CancellationToken);
                Assert.Contains(host.Index.Note, (string?[])[null, "The index was damaged and has been rebuilt; your files are fine."]);
            }

            var rows = IndexRows.Of(Index);
            Assert.True(expected.SequenceEqual(rows), string.Create(CultureInfo.InvariantCulture,
                $"Round {round}, byte {at}: {string.Join(", ", rows.Except(expected).Take(3))} instead of {string.Join(", ", expected.Except(rows).Take(3))}"));
            await using var again = NewHost();
            Assert.Equal(1200, again.Index.Totals([]).Files);
        }
    }

    // Nothing is shown that is not there.
    private static async Task AskAsync(BuddyHost host, string tree)
    {
        foreach (var words in (string[])["report", "jpg", "what are my 20 biggest files", "a"])
        {
            var facts = await host.FindAsync(new Question(words) { Folders = [tree] }, TestContext.Current.CancellationToken);
            Assert.All(facts.Files, file => Assert.True(File.Exists(file.Path), file.Path));
            Assert.All(facts.Near, file => Assert.True(File.Exists(file.Path), file.Path));
        }
    }

    private async Task IsWholeAsync(string tree)
    {
        var run = await _home.RunAsync("index", "--names");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(await FromNothingAsync(tree), IndexRows.Of(Index));
    }

    private async Task<IReadOnlyList<string>> FromNothingAsync(string tree)
    {
        var other = Path.Combine(_home.Root, "other home");
        await using (var host = new BuddyHost(new BuddyHome(other), loader: null, TimeProvider.System))
            await host.PrepareAsync([tree], progress: null, TestContext.Current.CancellationToken);
        var rows = IndexRows.Of(Path.Combine(other, "index.db"));
        Directory.Delete(other, recursive: true);
        return rows;
    }

    private string Index => Path.Combine(_home.Home, "index.db");

    private BuddyHost NewHost() => new(new BuddyHome(_home.Home), loader: null, TimeProvider.System);

    private string Grow(int files)
    {
        var tree = Path.Combine(_home.Root, "files");
        new SeededTree(files, Seed).Write(tree);
        return tree;
    }

    private void Put(byte[] bytes)
    {
        File.Delete(Index + "-wal");
        File.Delete(Index + "-shm");
        File.WriteAllBytes(Index, bytes);
    }
}
