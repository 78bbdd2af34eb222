using System.Diagnostics;
using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

/// <summary>What the gate costs at its worst: at most 50 MB, and a tenth of a second on a quiet machine.</summary>
public sealed class BrainGateCostTests(ITestOutputHelper output) : IDisposable
{
    private const long MostBytes = 50_000_000;

    // The bar is 100 ms. The machine may have other work to do, so the best of a few runs is told, and only seconds are held against it.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);
    private const int Runs = 3;
    private readonly TempHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Check_LargestVocabularies_StaysWithinItsBar()
    {
        Measure("150k tokens", Vocabulary(150_000, merges: 150_000), isGood: true);
        Measure("500k tokens", Vocabulary(500_000, merges: 0), isGood: true);
        Measure("too many tokens", Vocabulary(500_001, merges: 0), isGood: false);
    }

    [Fact]
    public void Check_HostileSizes_StaysWithinItsBar()
    {
        Measure("2^40 tensors", _home.Write("a.gguf", TinyGguf.Whole().Bytes(tensors: 1UL << 40)), isGood: false);
        Measure("2^40 keys", _home.Write("b.gguf", TinyGguf.Whole().Bytes(keys: 1UL << 40)), isGood: false);
        Measure("300 MB of header", Sparse("c.gguf", HugeArray(type: 0), 400_000_000), isGood: false);
        Measure("a million empty texts", Sparse("d.gguf", HugeArray(type: 8, count: 1_000_000), 400_000_000), isGood: false);
        Measure("more than that", Sparse("d.gguf", HugeArray(type: 8, count: 1_000_001), 400_000_000), isGood: false);
        Measure("1 TB of nothing", Sparse("e.gguf", [], 1L << 40), isGood: false);
        Measure("1 TB behind a good header", Sparse("f.gguf", TinyGguf.Whole().Bytes(), 1L << 40), isGood: true);
        Measure("largest kept", Kept(), isGood: false);
    }

    private void Measure(string what, string path, bool isGood)
    {
        var refused = Run(path);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        _ = Run(path);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var time = Enumerable.Range(0, Runs).Min(_ => Time(path));
        output.WriteLine($"{what}: {time.TotalMilliseconds:0.0} ms, {bytes / 1e6:0.0} MB, {refused ?? "good"}");

        Assert.Equal(isGood, refused is null);
        Assert.True(bytes < MostBytes, $"{what} took {bytes:N0} bytes");
        Assert.True(time < MostTime, $"{what} took {time.TotalMilliseconds:N0} ms");
    }

    private static TimeSpan Time(string path)
    {
        var begun = Stopwatch.GetTimestamp();
        _ = Run(path);
        return Stopwatch.GetElapsedTime(begun);
    }

    private static string? Run(string path)
    {
        try
        {
            BrainGate.Check(path);
            return null;
        }
        catch (BuddyException e)
        {
            return e.Message;
        }
    }

    private string Vocabulary(int tokens, int merges)
    {
        var file = new TinyGguf().Key("general.architecture", "llama").Key("tokenizer.ggml.model", "gpt2")
            .Strings("tokenizer.ggml.tokens", [.. Enumerable.Range(0, tokens).Select(i => $"token{i}")])
            .Numbers("tokenizer.ggml.token_type", [.. Enumerable.Repeat(1, tokens)]);
        if (merges > 0)
            file.Strings("tokenizer.ggml.merges", [.. Enumerable.Range(0, merges).Select(i => $"to ken{i}")]);
        return _home.Write("vocabulary.gguf", file.Tensor("output.weight", 0, 64).Bytes());
    }

    // As much as can be kept: 4,096 lists of 512 numbers under long names, and a large vocabulary.
    private string Kept()
    {
        var file = new TinyGguf().Key("general.architecture", "llama").Key("tokenizer.ggml.model", "gpt2");
        for (var i = 0; i < 4000; i++)
            file.RawKey($"{i}{new string('k', 240)}", 9, [0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, .. new byte[512]]);
        return _home.Write("kept.gguf", file.Strings("tokenizer.ggml.tokens", [.. Enumerable.Range(0, 500_000).Select(i => $"token{i}")]).Bytes());
    }

    private static byte[] HugeArray(int type, ulong count = 300_000_000) =>
        new TinyGguf().Key("general.architecture", "llama").RawKey("a", 9, [.. BitConverter.GetBytes(type), .. BitConverter.GetBytes(count)]).Bytes();

    private string Sparse(string name, byte[] begin, long length)
    {
        var path = _home.Write(name, begin);
        using var file = File.OpenWrite(path);
        file.SetLength(length);
        return path;
    }
}
