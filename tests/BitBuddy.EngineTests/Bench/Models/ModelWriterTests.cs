using BitBuddy.App.Bench.Models;
using BitBuddy.Brains;
using BitBuddy.Llama;
using Microsoft.Extensions.AI;

namespace BitBuddy.EngineTests.Bench.Models;

[Collection(EngineCollection.Name)]
public sealed class ModelWriterTests(EngineFixture engine)
{
    private static readonly ModelShape Tiny = ModelShapes.Of("tiny");

    [Theory]
    [InlineData("q4_k_m", "qwen2.5", "qwen2")]
    [InlineData("q4_0", "qwen2.5", "qwen2")]
    [InlineData("q4_k_m", "zephyr", "llama")]
    [InlineData("q4_k_m", "llama3", "llama")]
    [InlineData("q4_k_m", null, "qwen3")]
    public async Task Write_EveryKind_PassesTheGateLoadsAndSpeaks(string quant, string? family, string architecture)
    {
        var shape = Of(architecture, family);
        var path = await WriteAsync(shape, quant);

        var info = BrainGate.Check(path);
        using var client = LlamaChatClient.Load(path);
        var response = await client.GetResponseAsync("Which files are the largest?", new ChatOptions { MaxOutputTokens = 16, Temperature = 0.7f, Seed = 1 });

        Assert.Equal(architecture, info.Architecture);
        Assert.Equal(new FileInfo(path).Length, info.NeededBytes);
        Assert.Equal(info.Parameters, client.Info.Parameters);
        Assert.Equal(family ?? client.Info.Template, client.Info.Template);
        // Logits that are no numbers would end it or fail it.
        Assert.Equal(16, response.Usage!.OutputTokenCount);
        Assert.NotEmpty(response.Text);
    }

    // What the families' own files of this quantisation weigh.
    [Theory]
    [InlineData("qwen2.5-1.5b", 986_048_768)]
    [InlineData("tinyllama-1.1b", 668_788_096)]
    [InlineData("llama3.2-1b", 807_694_464)]
    [InlineData("qwen3-0.6b", 396_705_472)]
    [InlineData("qwen3-1.7b", 1_107_409_472)]
    public void Describe_ARealShape_WeighsWhatTheRealFileWeighs(string shape, long bytes)
    {
        var length = ModelWriter.Describe(ModelShapes.Of(shape), Quant.Of("Q4_K_M"), vocabulary: null).Length;

        Assert.InRange(length, bytes * 0.995, bytes * 1.005);
    }

    [Fact]
    public async Task Write_SameSeed_IsTheSameFile()
    {
        var first = await File.ReadAllBytesAsync(await WriteAsync(Tiny, "q4_k_m", seed: 3));
        var again = await File.ReadAllBytesAsync(await WriteAsync(Tiny, "q4_k_m", seed: 3));
        var other = await File.ReadAllBytesAsync(await WriteAsync(Tiny, "q4_k_m", seed: 4));

        Assert.True(first.AsSpan().SequenceEqual(again));
        Assert.False(first.AsSpan().SequenceEqual(other));
    }

    [Fact]
    public async Task Write_PlaceIsTaken_LeavesItAlone()
    {
        var path = await WriteAsync(Tiny, "q4_0");
        var before = File.GetLastWriteTimeUtc(path);

        var error = await Assert.ThrowsAsync<BuddyException>(() => ModelWriter.WriteAsync(path, Tiny, Quant.Of("q4_0"), null, 1, null, CancellationToken.None));

        Assert.EndsWith("is already there; nothing was overwritten.", error.Message);
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNothingBehind()
    {
        var path = engine.NewPath("cancelled.gguf");
        using var cancel = new CancellationTokenSource();
        var stop = new Stop(cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ModelWriter.WriteAsync(path, Tiny, Quant.Of("q4_k_m"), null, 1, stop, cancel.Token));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "cancelled*"));
    }

    [Fact]
    public void Of_UnknownNames_SayWhatThereIs()
    {
        Assert.Contains("choose one of qwen2.5-1.5b|tinyllama-1.1b", Assert.Throws<BuddyException>(() => ModelShapes.Of("huge")).Message);
        Assert.Contains("choose one of q4_k_m|q4_0", Assert.Throws<BuddyException>(() => Quant.Of("q3")).Message);
    }

    private static ModelShape Of(string architecture, string? family) => Tiny with
    {
        Architecture = architecture,
        Biases = architecture == "qwen2",
        HeadNorms = architecture == "qwen3",
        Tied = family != "zephyr",
        StretchedRope = family == "llama3",
        Vocabulary = (family switch
        {
            "zephyr" => VocabularyShape.Zephyr,
            "llama3" => VocabularyShape.Llama3,
            "qwen2.5" => VocabularyShape.Qwen2,
            _ => VocabularyShape.Qwen3,
        }) with { Size = 4096 },
    };

    private async Task<string> WriteAsync(ModelShape shape, string quant, int seed = 1)
    {
        var path = engine.NewPath($"{Guid.NewGuid():n}.gguf");
        await ModelWriter.WriteAsync(path, shape, Quant.Of(quant), vocabulary: null, seed, progress: null, CancellationToken.None);
        return path;
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }
}
