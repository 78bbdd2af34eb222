using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

public sealed class ShrinkTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("q4_0")]
    [InlineData("q4_k_m")]
    [InlineData("q2_k")]
    public async Task Shrink_WholeWeights_IsSmallerSpeaksAndTellsBothSpeeds(string kind)
    {
        var path = Path.Combine(_home.Root, "my brain.gguf");
        new RandomBrain().Write(path);

        var run = await _home.RunAsync("brain", "shrink", path, "--to", kind, "--json");

        Assert.True(run.ExitCode == 0, run.Err);
        var (before, after) = (run.Json["before"]!, run.Json["after"]!);
        Assert.Equal(Path.Combine(_home.Home, "models", $"my brain-{kind.ToUpperInvariant()}.gguf"), after["path"]!.GetValue<string>());
        Assert.True(after["bytes"]!.GetValue<long>() < before["bytes"]!.GetValue<long>() * 0.6);
        Assert.Equal("shrunk", after["origin"]!.GetValue<string>());
        Assert.True(run.Json["speed_before"]!["reply_per_second"]!.GetValue<double>() > 0);
        Assert.True(run.Json["speed_after"]!["reply_per_second"]!.GetValue<double>() > 0);
        Assert.Contains("Shrinking: ", run.Err, StringComparison.Ordinal);
        Assert.Equal(0, (await _home.RunAsync("ask", "hello", "--brain", after["path"]!.GetValue<string>())).ExitCode);
        Assert.Equal(before["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path))));
        AssertNothingLeft();
        // Once more: nothing is overwritten; and what we made is ours to remove.
        Assert.Contains("is there already", (await _home.RunAsync("brain", "shrink", path, "--to", kind)).Err, StringComparison.Ordinal);
        Assert.Equal(0, (await _home.RunAsync("brain", "rm", after["sha256"]!.GetValue<string>()[..12], "--yes")).ExitCode);
        Assert.False(File.Exists(after["path"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Shrink_SmallAlready_SaysSoAndKeepsNothing()
    {
        var path = Path.Combine(_home.Root, "small.gguf");
        new RandomBrain().Write(path);
        var small = (await _home.RunAsync("brain", "shrink", path, "--to", "q2_k", "--json")).Json["after"]!["path"]!.GetValue<string>();

        var run = await _home.RunAsync("brain", "shrink", small, "--to", "q4_k_m");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("it stays as it is", run.Err, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Shrink_Interrupted_EndsTheProcessAndLeavesNothing()
    {
        Machine.NeedsLinux();
        var path = Path.Combine(_home.Root, "large.gguf");
        new ScriptedBrain { FeedForward = 200_000, Layers = 20, Replies = ["Hi. "] }.Write(path);
        using var shrink = _home.Start("brain", "shrink", path, "--to", "q4_0");
        var heard = "";
        while (!heard.Contains("Shrinking: ", StringComparison.Ordinal))
            heard += await shrink.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"It ended: {heard}");
        var worker = Assert.Single(Machine.Children(shrink.Id));

        Machine.Kill(shrink.Id, "INT");
        await shrink.EndAsync();

        Assert.Equal(130, shrink.ExitCode);
        await Machine.UntilAsync(() => !Machine.IsAlive(worker), "the worker is gone");
        AssertNothingLeft();
        Assert.Empty(Directory.GetFiles(Path.Combine(_home.Home, "models"), "*.gguf"));
    }

    [Fact]
    public async Task Shrink_DamagedFile_IsOneSentence()
    {
        var path = Path.Combine(_home.Root, "bad.gguf");
        await File.WriteAllTextAsync(path, "GGUF and no more");

        var run = await _home.RunAsync("brain", "shrink", path, "--to", "q4_0");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("bad.gguf ", run.Err, StringComparison.Ordinal);
    }

    private void AssertNothingLeft() => Assert.Empty(Directory.GetFiles(Path.Combine(_home.Home, "models"), "*.part"));
}
