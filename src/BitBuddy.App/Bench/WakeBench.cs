using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.App.Bench;

/// <summary>From fully asleep to the first token.</summary>
internal sealed class WakeBench(Workbench bench)
{
    private const int Prompt = 250;
    private const int Kept = 230;
    private const int HeadSeed = 1;

    // What the engine itself needs for what is new; all else is ours.
    private static readonly Bar FloorBar = new(1.2, BarOf.RatioAtMost);

    // A clock that agrees with the one outside to a twentieth, its own start and end aside.
    private static readonly Bar ClockBar = new(0.95, BarOf.RatioAtLeast);

    public async Task<IReadOnlyList<BenchRow>> MeasureAsync(CancellationToken cancellationToken) =>
    [
        .. await KeptHeadAsync(cancellationToken),
        .. await AskAsync(cancellationToken),
        await TypedAsync(BrainMode.Quiet, 0.25, cancellationToken),
        await TypedAsync(BrainMode.Quick, 0.20, cancellationToken),
    ];

    /// <summary>A worker's whole start, its state of the head taken from disk.</summary>
    private async Task<IReadOnlyList<BenchRow>> KeptHeadAsync(CancellationToken cancellationToken)
    {
        bench.Tell("asleep to first token, head kept");
        var prompts = await PromptsAsync(cancellationToken);
        var kept = 0;
        var bare = new List<double>();
        var (ours, plain) = await bench.AlternateAsync(
            async run =>
            {
                var once = await OnceAsync(prompts[run], cancellationToken);
                kept = once.Cached;
                return once.Ms;
            },
            async _ =>
            {
                bare.Add((await bench.PlainAsync(Prompt - Kept, 1, cancellationToken, repack: false)).FirstTokenOutside);
                return (await bench.PlainAsync(Prompt, 1, cancellationToken)).FirstTokenOutside;
            },
            cancellationToken);
        return
        [
            BenchRow.Of("wake_kept_head", $"asleep to first token, {kept} of {Prompt} tokens kept", "ms", ours, plain, new Bar(0.20, BarOf.RatioAtMost)),
            BenchRow.Of("wake_floor", $"the same, beside the bare engine with the {Prompt - Kept} other tokens alone, repacking off", "ms", ours, bare, FloorBar),
        ];
    }

    /// <summary>One prompt a run, their head kept on disk.</summary>
    private async Task<ChatMessage[][]> PromptsAsync(CancellationToken cancellationToken)
    {
        await using var counter = await bench.WakeAsync(repack: false, keeps: false, cancellationToken);
        var head = await ExactPrompt.HeadOfAsync(Kept, async (head, question) => (await OnceAsync(await MakeAsync(head, question), cancellationToken)).Cached);
        var prompts = new ChatMessage[bench.Runs][];
        for (var run = 0; run < prompts.Length; run++)
            prompts[run] = await MakeAsync(head, 5 + run);
        return prompts;

        Task<ChatMessage[]> MakeAsync(int head, int question) => ExactPrompt.MakeAsync(counter, head, Prompt, HeadSeed, question, cancellationToken);
    }

    private async Task<FirstToken> OnceAsync(ChatMessage[] prompt, CancellationToken cancellationToken)
    {
        var began = bench.Clock.GetTimestamp();
        await using var worker = await bench.WakeAsync(repack: false, keeps: true, cancellationToken);
        return await FirstToken.OfAsync(worker, prompt, bench.Clock, began, cancellationToken);
    }

    /// <summary>Whole processes of <c>ask</c>, questions that differ.</summary>
    private async Task<IReadOnlyList<BenchRow>> AskAsync(CancellationToken cancellationToken)
    {
        bench.Tell("asleep to first token of `ask`");
        var asked = new List<AskRun> { await bench.AskAsync(BenchFiles.Question(0), cancellationToken) };
        var plains = new List<PlainResult>();
        var (ours, plain) = await bench.AlternateAsync(
            async run =>
            {
                asked.Add(await bench.AskAsync(BenchFiles.Question(1 + run), cancellationToken));
                return asked[^1].FirstToken;
            },
            async _ =>
            {
                // Where plain is first, the question before tells how long one is.
                plains.Add(await bench.PlainAsync(asked[^1].PromptTokens, 1, cancellationToken));
                return plains[^1].Timings.FirstToken;
            },
            cancellationToken);
        return
        [
            BenchRow.Of("wake_ask", $"asleep to first token of `ask`, about {asked[^1].PromptTokens} tokens", "ms", ours, plain, new Bar(0.35, BarOf.RatioAtMost)),
            BenchRow.Of("clock_ask", "`ask` until its reply, by its own clock and by one outside", "ms",
                [.. asked.Skip(1).Select(run => run.Total)], [.. asked.Skip(1).Select(run => run.TotalOutside)], ClockBar),
            BenchRow.Of("clock_plain", "plain until its first token, by its own clock and by one outside", "ms",
                [.. plains.Select(run => run.Timings.FirstToken)], [.. plains.Select(run => run.FirstTokenOutside)], ClockBar),
        ];
    }

    /// <summary>A question typed over two seconds in a chat whose brain sleeps; counted from Enter.</summary>
    private async Task<BenchRow> TypedAsync(BrainMode mode, double bar, CancellationToken cancellationToken)
    {
        var name = mode == BrainMode.Quick ? "quick" : "quiet";
        bench.Tell($"asleep to first token in `chat`, {name}");
        await using var talk = await BenchTalk.OpenAsync(bench.Session, mode, cancellationToken);
        var tokens = (await talk.AskAsync(BenchFiles.Question(100), cancellationToken)).Brain!.PromptTokens;
        var (ours, plain) = await bench.AlternateAsync(
            async run =>
            {
                await talk.SleepAsync();
                talk.Renew();
                var reply = await talk.TypeAsync(BenchFiles.Question(101 + run), cancellationToken);
                await talk.SleepAsync();
                tokens = reply.Brain!.PromptTokens;
                return reply.Timings.FirstToken!.Value;
            },
            async _ =>
            {
                await talk.SleepAsync();
                return (await bench.PlainAsync(tokens, 1, cancellationToken)).Timings.FirstToken;
            },
            cancellationToken);
        return BenchRow.Of($"wake_chat_{name}", $"Enter to first token in `chat`, typed for 2 s from asleep, {name}, about {tokens} tokens", "ms", ours, plain, new Bar(bar, BarOf.RatioAtMost));
    }
}
