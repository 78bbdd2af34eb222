using System.Diagnostics;
using System.Globalization;
using BitBuddy.EngineTests.App;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

/// <summary>What a worker must never do to its machine: seen from outside, on Linux.</summary>
[Collection(EngineCollection.Name)]
public sealed class WorkerHygieneTests(EngineFixture engine)
{
    private const string Sentence = "You have 12 pdf files.";

    [Fact]
    public async Task Descriptors_OfARunningWorker_AreNoSockets()
    {
        LinuxOnly();
        // The first child of a process makes the runtime open some of its own.
        await using (await StartAsync()) { }
        var before = Descriptors(Environment.ProcessId);
        List<string> open;
        await using (var worker = await StartAsync())
        {
            await worker.GetResponseAsync([User("hi")], Cold, Now);

            open = Descriptors(worker.ProcessId);
            Assert.Contains(open, IsPipe);
            Assert.NotEmpty(open.Where(IsPipe).Intersect(Descriptors(Environment.ProcessId)));
            Assert.DoesNotContain(open, target => target.StartsWith("socket:", StringComparison.Ordinal));
        }

        // Both ends of a pipe have one name: none of the worker's is left here.
        Assert.Empty(open.Where(IsPipe).Except(before).Intersect(Descriptors(Environment.ProcessId)));

        static bool IsPipe(string target) => target.StartsWith("pipe:", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_PrintedByNativeCode_NeverMixesWithTheFrames()
    {
        LinuxOnly();
        await using var worker = await StartAsync();
        await using (var printed = File.OpenWrite($"/proc/{worker.ProcessId}/fd/1"))
            printed.Write("printf was here\n"u8);

        Assert.Equal(Sentence, (await worker.GetResponseAsync([User("hi")], Cold, Now)).Text);
        Assert.Equal(Target(2), Target(1));

        string? Target(int descriptor) => new FileInfo($"/proc/{worker.ProcessId}/fd/{descriptor}").LinkTarget;
    }

    [Fact]
    public async Task Signals_OfATerminal_AreIgnored()
    {
        LinuxOnly();
        await using var worker = await StartAsync();
        foreach (var signal in (string[])["INT", "HUP"])
            Process.Start("/bin/kill", [$"-{signal}", worker.ProcessId.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

        Assert.Equal(Sentence, (await worker.GetResponseAsync([User("hi")], Cold, Now)).Text);
    }

    [Fact]
    public async Task Environment_OfAWorker_HoldsNothingItDoesNotNeed()
    {
        LinuxOnly();
        Environment.SetEnvironmentVariable("BITBUDDY_SECRET", "x");
        await using var worker = await StartAsync();
        Environment.SetEnvironmentVariable("BITBUDDY_SECRET", null);

        var names = File.ReadAllText($"/proc/{worker.ProcessId}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=')[0]);

        Assert.Empty(names.Except(["DOTNET_ROOT", "PATH", "LANG", "TMPDIR", "SystemRoot", EngineFolder.Variable, "DOTNET_EnableDiagnostics", "GGML_NO_BACKTRACE"]));
    }

    [Fact]
    public async Task Parent_KilledInMidReply_TakesTheWorkerAlong()
    {
        LinuxOnly();
        var brain = engine.Brain(new ScriptedBrain { Replies = ["la le li lo lu"], Endless = true, FeedForward = 60_000 });
        var (frames, pipe, output) = (engine.NewPath("frames"), engine.NewPath("pipe"), engine.NewPath("output"));
        File.WriteAllBytes(frames,
        [
            .. WorkerMessages.ToFrame(new LoadRequest(1, brain, new LlamaSettings { ContextSize = 4096 }, null)),
            .. WorkerMessages.ToFrame(new ChatRequest(2, [new PromptMessage(PromptRole.User, null, ["sing"])], new ReplyOptions { MaxTokens = 4000 })),
        ]);
        Process.Start("/usr/bin/mkfifo", [pipe]).WaitForExit();
        // The parent is whoever holds the other end of the worker's input.
        using var worker = Process.Start("/bin/sh", ["-c", $"exec '{Repository.App}' __worker < '{pipe}' > '{output}'"]);
        using var parent = Process.Start("/bin/sh", ["-c", $"exec > '{pipe}'; cat '{frames}'; exec sleep 600"]);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!File.Exists(output) || new FileInfo(output).Length < 2000)
            await poll.WaitForNextTickAsync(Now);
        Assert.False(worker.HasExited);

        parent.Kill();

        await worker.WaitForExitAsync(Now).WaitAsync(TimeSpan.FromSeconds(2), Now);
        Assert.Equal(0, worker.ExitCode);
    }

    [Fact]
    public async Task Request_ToAStoppedWorkerThatTakesNothing_EndsWithItsDeadline()
    {
        LinuxOnly();
        await using var worker = await WorkerChatClient.StartAsync(new WorkerSettings
        {
            Executable = Repository.App,
            ModelPath = engine.Brain(Sentence),
            HangDeadline = TimeSpan.FromSeconds(2),
        }, Now);
        Process.Start("/bin/kill", ["-STOP", worker.ProcessId.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

        // More than a pipe holds.
        var asked = worker.CountAsync([User(new string('x', 400_000))], Now);

        await Assert.ThrowsAsync<WorkerDiedException>(() => asked.WaitAsync(TimeSpan.FromSeconds(20), Now));
        await worker.Exited.WaitAsync(TimeSpan.FromSeconds(5), Now);
    }

    private Task<WorkerChatClient> StartAsync() =>
        WorkerChatClient.StartAsync(new WorkerSettings { Executable = Repository.App, ModelPath = engine.Brain(Sentence) }, Now);

    private static List<string> Descriptors(int process) =>
        [.. Directory.EnumerateFiles($"/proc/{process}/fd").Select(link => new FileInfo(link).LinkTarget ?? "")];

    private static void LinuxOnly() => Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: needs Linux.");
}
