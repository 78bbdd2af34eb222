using BitBuddy.Conversation;
using BitBuddy.Platform;
using BitBuddy.Settings;
using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>Measures a brain once on this machine and keeps the mode and the number of threads that suit it.</summary>
public sealed class BrainTune(BrainStore store, BrainLoader load, ActiveSettings settings, TuningFile tunings, TimeProvider clock)
{
    private const int MostThreads = 4;
    private const int ReplyTokens = 32;

    /// <summary>After this long no further question is asked with the same mode and threads.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    /// <summary>Quiet with each number of threads, then quick with the best of them.</summary>
    /// <exception cref="BuddyException">The brain cannot be run.</exception>
    public async Task<TuneResult> MeasureAsync(KnownBrain brain, IProgress<string> progress, CancellationToken cancellationToken)
    {
        brain = await store.VerifyAsync(brain, progress: null, cancellationToken);
        var common = settings.For(brain);
        var free = MemoryUse.FreeBytes();
        progress.Report($"Reading {brain.Name}, {Said.Size(brain.Bytes)}");
        // A file that was never read would make the first measurement one of the disk.
        await store.WarmAsync(brain, progress: null, cancellationToken);

        var rows = new List<TuneRow>();
        for (var threads = 1; threads <= Math.Min(Environment.ProcessorCount, MostThreads); threads++)
            rows.Add(await RowAsync(brain, common with { Mode = BrainMode.Quiet, Threads = threads }, progress, cancellationToken));
        var (quiet, whyThreads) = TuneRule.Threads(rows);
        var (quick, whyNot) = await QuickAsync(brain, common with { Threads = quiet.Threads }, free, progress, cancellationToken);
        if (quick is not null)
            rows.Add(quick);

        var (mode, whyMode) = TuneRule.Mode(quiet, quick, free, whyNot);
        var chosen = common with { Mode = mode, Threads = quiet.Threads };
        TunedValue[] values = [Value(SettingList.Mode, whyMode), Value(SettingList.Threads, whyThreads)];
        return new TuneResult(brain, rows, values, free, tunings.TryKeep(brain.Sha256, values, mode == BrainMode.Quick ? quick! : quiet, clock.GetUtcNow()));

        TunedValue Value(Setting setting, string reason) => new(setting.Name, setting.Get(chosen), reason);
    }

    /// <summary>One measurement of a brain as it is set to be run.</summary>
    /// <exception cref="BuddyException">The brain cannot be run.</exception>
    public async Task<TuneRow> MeasureOnceAsync(KnownBrain brain, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await store.WarmAsync(brain, progress: null, cancellationToken);
        return await RowAsync(brain, settings.For(brain), progress, cancellationToken);
    }

    /// <summary>Wakes a brain and has it say one token: proof that it can be used here.</summary>
    /// <exception cref="BuddyException">It cannot.</exception>
    public async Task TryAsync(KnownBrain brain, CancellationToken cancellationToken)
    {
        brain = await store.VerifyAsync(brain, progress: null, cancellationToken);
        try
        {
            await using var awake = await load(brain, settings.For(brain), cancellationToken);
            await awake.Client.GetResponseAsync([new(ChatRole.User, "Hello.")], new ChatOptions { MaxOutputTokens = 1, Temperature = 0 }, cancellationToken);
        }
        catch (Exception e) when (e is not BuddyException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new BuddyException($"{Display.Line(brain.Name)} cannot be woken here: {Display.Line(e.Message)}", inner: e);
        }
    }

    // Rearranged weights take up to the file's size; a machine without that room is not made to swap for a measurement.
    private async Task<(TuneRow? Row, string? WhyNot)> QuickAsync(
        KnownBrain brain, BrainSettings common, long free, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (free < brain.Bytes)
            return (null, $"quick may take {Said.Size(brain.Bytes)}, and {Said.Size(free)} of memory are free");
        try
        {
            return (await RowAsync(brain, common with { Mode = BrainMode.Quick }, progress, cancellationToken), null);
        }
        catch (BuddyException e)
        {
            return (null, $"quick cannot be run: {e.Message.TrimEnd('.')}");
        }
    }

    private async Task<TuneRow> RowAsync(KnownBrain brain, BrainSettings with, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"Measuring {SettingList.Mode.Get(with)} with {Said.Count(with.Threads, "thread", "threads")}");
        try
        {
            var begun = clock.GetTimestamp();
            var awake = await load(brain, with, cancellationToken);
            var wake = clock.GetElapsedTime(begun);
            await using var ending = awake;
            return await AskAsync(awake, with, wake, cancellationToken);
        }
        catch (Exception e) when (e is not BuddyException)
        {
            // An engine may fail in any way, most of all when it is stopped.
            cancellationToken.ThrowIfCancellationRequested();
            throw new BuddyException($"{Display.Line(brain.Name)} cannot be measured: {Display.Line(e.Message)}", inner: e);
        }
    }

    private async Task<TuneRow> AskAsync(LoadedBrain awake, BrainSettings with, TimeSpan wake, CancellationToken cancellationToken)
    {
        var talk = await TuneTalk.CutAsync(awake.Count, cancellationToken);
        await TuneReply.HearAsync(awake.Client, talk.Greeting, 1, clock, cancellationToken);
        var replies = new List<TuneReply>();
        var begun = clock.GetTimestamp();
        foreach (var question in talk.Questions.TakeWhile(_ => replies.Count == 0 || clock.GetElapsedTime(begun) < LongEnough))
            replies.Add(await TuneReply.HearAsync(awake.Client, question, ReplyTokens, clock, cancellationToken));

        var first = replies.Select(reply => reply.FirstToken).Order().ElementAt(replies.Count / 2);
        var (spoken, speaking) = (replies.Sum(reply => reply.LaterTokens), replies.Sum(reply => reply.Speaking.TotalSeconds));
        return new TuneRow(with.Mode, with.Threads, wake,
            replies.Sum(reply => reply.NewTokens) / replies.Sum(reply => reply.Reading.TotalSeconds),
            spoken > 0 && speaking > 0 ? spoken / speaking : null,
            first, awake.ProcessId is { } id ? MemoryUse.PrivateBytes(id) : null);
    }
}
