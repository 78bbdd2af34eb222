using BitBuddy.Brains;
using BitBuddy.Platform;

namespace BitBuddy.App.Bench;

/// <summary>What a brain costs awake, and what a host costs whose brain sleeps.</summary>
internal sealed class MemoryBench(Workbench bench, int seconds)
{
    private const int Replies = 3;
    private const double BarSeconds = 60;
    private static readonly Bar WorkerBar = new(110e6, BarOf.OursAtMost);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // What is put off until after the reply is done by then.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>False where the system does not tell.</summary>
    public static bool CanMeasure { get; } = ProcessMemory.PrivateBytes(Environment.ProcessId) is not null;

    /// <exception cref="BuddyException">Not on this system.</exception>
    public async Task<IReadOnlyList<BenchRow>> MeasureAsync(CancellationToken cancellationToken) =>
        CanMeasure
            ? [.. await AwakeAsync(cancellationToken), .. await SleepingHostAsync(cancellationToken)]
            : throw new BuddyException("This system does not tell the memory of a process (it is read in /proc, on Linux); measure `wake` and `reply` here.");

    private async Task<IReadOnlyList<BenchRow>> AwakeAsync(CancellationToken cancellationToken)
    {
        bench.Tell("memory of an awake brain");
        await using var talk = await BenchTalk.OpenAsync(bench.Session, BrainMode.Quiet, cancellationToken);
        var (loaded, replied, plain) = (new List<double>(), new List<double>(), new List<double>());
        await bench.AlternateAsync(
            async run =>
            {
                await using (var worker = await bench.WakeAsync(repack: false, keeps: true, cancellationToken))
                    loaded.Add(Own(worker.ProcessId));
                await TalkAsync(talk, (Replies + 2) * run, cancellationToken);
                replied.Add(Own(talk.Worker));
                await talk.SleepAsync();
                return replied[^1];
            },
            async _ =>
            {
                // A small one may have ended when it is looked at.
                if ((await bench.PlainAsync(100, 20, cancellationToken)).PrivateBytes is { } bytes)
                    plain.Add(bytes);
                return plain.Count;
            },
            cancellationToken);
        var beside = plain.Count == 0 ? null : plain;
        return
        [
            BenchRow.Of("memory_loaded", "an awake brain's own memory before its first word, quiet", "bytes", loaded, beside, WorkerBar),
            BenchRow.Of("memory_replied", $"an awake brain's own memory after {Replies} replies, one of another buddy and one more, quiet", "bytes", replied, beside, WorkerBar),
        ];
    }

    /// <summary>Some questions, one to another buddy, and back: as an awake brain usually is.</summary>
    private static async Task TalkAsync(BenchTalk talk, int question, CancellationToken cancellationToken)
    {
        talk.Renew();
        for (var i = 0; i < Replies; i++)
            await talk.AskAsync(BenchFiles.Question(question++), cancellationToken);
        talk.Renew(Workbench.SecondBuddy);
        await talk.AskAsync(BenchFiles.Question(question++), cancellationToken);
        talk.Renew();
        await talk.AskAsync(BenchFiles.Question(question), cancellationToken);
    }

    private static double Own(int? process) => process is { } pid && ProcessMemory.PrivateBytes(pid) is { } bytes
        ? bytes
        : throw new BuddyException("The brain's process ended before its memory was read; measure again.");

    /// <summary>A <c>chat</c> that answered once and sleeps: all its processes, all that they do.</summary>
    private async Task<IReadOnlyList<BenchRow>> SleepingHostAsync(CancellationToken cancellationToken)
    {
        bench.Tell($"a host that sleeps, {seconds} s");
        using var chat = new ChildProcess(Environment.ProcessPath!, ["chat"]);
        var run = new RunFolder(new BuddyHome(bench.Home));
        _ = chat.Output.ReadToEndAsync(cancellationToken);
        await chat.Input.WriteLineAsync(BenchFiles.Question(250).AsMemory(), cancellationToken);
        await chat.Input.FlushAsync(cancellationToken);
        await UntilAsync(() => StateOf() == RunFolder.StateName(BrainState.Awake), "wake", chat, cancellationToken);
        using (var sleep = new ChildProcess(Environment.ProcessPath!, ["brain", "sleep"]))
            await sleep.EndAsync(cancellationToken);
        await UntilAsync(() => StateOf() == RunFolder.StateName(BrainState.Asleep) && ProcessMemory.Family(chat.Id).Count == 1, "sleep", chat, cancellationToken);
        await Task.Delay(Settling, bench.Clock, cancellationToken);

        var family = ProcessMemory.Family(chat.Id);
        var began = ProcessorTime();
        await Task.Delay(TimeSpan.FromSeconds(seconds), bench.Clock, cancellationToken);
        var used = (ProcessorTime() - began) * BarSeconds / seconds;
        double memory = family.Sum(pid => ProcessMemory.SharedOutBytes(pid) ?? 0);
        await chat.EndAsync(cancellationToken);
        return
        [
            BenchRow.Of("asleep_memory", "a host asleep: memory of all its processes", "bytes", [memory], null, new Bar(40e6, BarOf.OursAtMost)),
            BenchRow.Of("asleep_processor", $"a host asleep: processor time in 60 s, from {seconds} s", "ms", [used], null, new Bar(10, BarOf.OursAtMost)),
            BenchRow.Of("asleep_processes", "a host asleep: processes beside its own", "processes", [family.Count - 1], null, new Bar(0, BarOf.OursAtMost)),
        ];

        string? StateOf() => run.Live().FirstOrDefault(host => host.Pid == chat.Id)?.State;

        double ProcessorTime() => ProcessMemory.Family(chat.Id).Sum(pid => ProcessorClock.Of(pid) ?? 0);
    }

    private async Task UntilAsync(Func<bool> isSo, string what, ChildProcess chat, CancellationToken cancellationToken)
    {
        var began = bench.Clock.GetTimestamp();
        while (!isSo())
        {
            if (bench.Clock.GetElapsedTime(began) > Patience || chat.Errors.IsCompleted)
                throw new BuddyException($"The chat's brain did not {what} within {Patience.TotalSeconds} s, so it cannot be measured.");
            await Task.Delay(Look, bench.Clock, cancellationToken);
        }
    }
}
