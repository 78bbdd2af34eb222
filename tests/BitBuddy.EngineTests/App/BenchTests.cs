using System.Text.Json.Nodes;

namespace BitBuddy.EngineTests.App;

/// <summary><c>bench</c> as a user runs it, on the tiny shape.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Bench_All_MeasuresEveryRowAndLeavesNothingBehind()
    {
        Machine.NeedsLinux();
        var model = await ModelAsync();
        var log = Path.Combine(_home.Root, "log.jsonl");
        using var bench = Start("bench", "all", "--model", model, "--runs", "1", "--seconds", "1", "--json", "--append", log);
        var errors = bench.StandardError.ReadToEndAsync();
        var output = await bench.StandardOutput.ReadToEndAsync();
        await bench.WaitForExitAsync();

        Assert.True(bench.ExitCode == 0, await errors);
        var json = JsonNode.Parse(output)!;
        var rows = json["rows"]!.AsArray().ToDictionary(row => row!["name"]!.GetValue<string>(), row => row!);
        Assert.Equal(
            ["asleep_memory", "asleep_processes", "asleep_processor", "clock_ask", "clock_plain", "memory_loaded", "memory_replied", "prompt_speed_quick",
                "reply_chat_second", "reply_kept_head", "reply_restore", "reply_speed", "wake_ask", "wake_chat_quick", "wake_chat_quiet", "wake_floor", "wake_kept_head"],
            rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows.Values, row => Assert.True(row["ours"]!.GetValue<double>() >= 0 && row["plain"]?.GetValue<double>() is null or > 0, row.ToJsonString()));
        Assert.Contains("230 of 250 tokens kept", rows["wake_kept_head"]["what"]!.GetValue<string>());
        Assert.Contains("230 of 250 tokens kept", rows["reply_kept_head"]["what"]!.GetValue<string>());
        Assert.InRange(rows["reply_restore"]["ours"]!.GetValue<double>(), 0.001, 1000);
        Assert.DoesNotContain("restore, 0 of", rows["reply_restore"]["what"]!.GetValue<string>());
        Assert.Equal(0, rows["asleep_processes"]["ours"]!.GetValue<double>());
        // The kernel tells when a process began in steps of 10 ms.
        var (inside, outside) = (rows["clock_ask"]["ours"]!.GetValue<double>(), rows["clock_ask"]["plain"]!.GetValue<double>());
        Assert.InRange(inside, outside / 2, outside + 20);
        Assert.Equal(new FileInfo(model).Length, json["model"]!["bytes"]!.GetValue<long>());
        Assert.Equal(json.ToJsonString(), JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(log)))!.ToJsonString());
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Bench_Interrupted_EndsItsProcessesAndRemovesItsHome()
    {
        Machine.NeedsLinux();
        using var bench = Start("bench", "wake", "--model", await ModelAsync(), "--runs", "500");
        var children = new HashSet<int>();
        await Machine.UntilAsync(() =>
        {
            children.UnionWith(Machine.Children(bench.Id));
            return children.Count > 2;
        }, "it starts processes");

        Machine.Kill(bench.Id, "INT");

        await bench.EndAsync();
        Assert.Equal(130, bench.ExitCode);
        await Machine.UntilAsync(() => !children.Any(Machine.IsAlive), "they all end");
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData(3, "bench", "wake", "--model", "none.gguf")]
    [InlineData(1, "bench", "wake", "--model", "noise.gguf")]
    [InlineData(2, "bench", "wake", "--model", "noise.gguf", "--runs", "0")]
    [InlineData(2, "bench", "model", "out.gguf", "--shape", "huge")]
    [InlineData(2, "bench", "model", "out.gguf")]
    [InlineData(3, "bench", "model", "nowhere/out.gguf", "--shape", "tiny")]
    [InlineData(1, "bench", "model", "noise.gguf", "--shape", "tiny")]
    public async Task Bench_WhatCannotBe_IsASentence(int exitCode, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_home.Root, "noise.gguf"), "noise");

        var run = await _home.RunAsync(arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Single(run.Err.Trim().Split('\n'));
        Assert.DoesNotContain("Exception", run.Err);
        Assert.Equal("noise", await File.ReadAllTextAsync(Path.Combine(_home.Root, "noise.gguf")));
    }

    private async Task<string> ModelAsync()
    {
        var path = Path.Combine(_home.Root, "tiny.gguf");
        var written = await _home.RunAsync("bench", "model", path, "--shape", "tiny");
        Assert.True(written.ExitCode == 0, written.Err);
        return path;
    }

    private System.Diagnostics.Process Start(params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_home.Root, "tmp"));
        return _home.StartProgram("/usr/bin/env", [$"TMPDIR={Path.Combine(_home.Root, "tmp")}", AppHome.App, .. arguments]);
    }

    private void AssertNothingIsLeft()
    {
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_home.Root, "tmp"), "bitbuddy-bench-*"));
        Assert.False(Directory.Exists(_home.Home));
    }
}
