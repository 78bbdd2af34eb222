using BitBuddy.Brains;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;

namespace BitBuddy.App.Bench;

/// <summary>What an awake brain takes.</summary>
internal sealed class ReplyBench(Workbench bench)
{
    private const int Prompt = 250;
    private const int Kept = 230;
    private const int Short = 100;
    private const int Reply = 64;
    private static readonly Bar AsFast = new(0.97, BarOf.RatioAtLeast);

    public async Task<IReadOnlyList<BenchRow>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var bare = await bench.WakeAsync(repack: false, keeps: false, cancellationToken);
        return
        [
            await KeptHeadAsync(bare, cancellationToken),
            await AnotherBuddyAsync(cancellationToken),
            await SecondQuestionAsync(bare, cancellationToken),
            await ReplySpeedAsync(bare, cancellationToken),
            await PromptSpeedAsync(cancellationToken),
        ];
    }

    private async Task<BenchRow> KeptHeadAsync(WorkerChatClient bare, CancellationToken cancellationToken)
    {
        bench.Tell("awake, head kept");
        await using var worker = await bench.WakeAsync(repack: false, keeps: true, cancellationToken);
        var head = await ExactPrompt.HeadOfAsync(Kept, async (head, question) => (await FirstAsync(worker, await MakeAsync(head, question), cancellationToken)).Cached);
        var kept = 0;
        var (ours, plain) = await bench.AlternateAsync(
            async run =>
            {
                var first = await FirstAsync(worker, await MakeAsync(head, 5 + run), cancellationToken);
                kept = first.Cached;
                return first.Ms;
            },
            run => WithoutReuseAsync(bare, Prompt, run, cancellationToken),
            cancellationToken);
        return BenchRow.Of("reply_kept_head", $"awake to first token, {kept} of {Prompt} tokens kept, beside none kept", "ms", ours, plain, new Bar(0.15, BarOf.RatioAtMost));

        Task<ChatMessage[]> MakeAsync(int head, int question) => ExactPrompt.MakeAsync(worker, head, Prompt, 1, question, cancellationToken);
    }

    /// <summary>From one head to another and back, as with two buddies in turn.</summary>
    private async Task<BenchRow> AnotherBuddyAsync(CancellationToken cancellationToken)
    {
        bench.Tell("awake, back to another buddy");
        await using var worker = await bench.WakeAsync(repack: false, keeps: true, cancellationToken);
        foreach (var head in (int[])[1, 2])
            await AskAsync(head, 0);
        var (restores, kept) = (new List<double>(), 0);
        for (var run = 1; run <= bench.Runs; run++)
        {
            await AskAsync(2, run);
            var back = await AskAsync(1, run);
            kept = back.Cached;
            // Where nothing was kept, going back is computing.
            restores.Add(back.RestoreMs ?? back.PromptMs);
        }

        return BenchRow.Of("reply_restore", $"back to another buddy: restore, {kept} of {Prompt} tokens", "ms", restores, null, new Bar(5, BarOf.OursAtMost));

        async Task<FirstToken> AskAsync(int head, int question) =>
            await FirstAsync(worker, await ExactPrompt.MakeAsync(worker, ExactPrompt.HeadOf(Kept), Prompt, head, question, cancellationToken), cancellationToken);
    }

    /// <summary>The second question of a talk, counted from Enter.</summary>
    private async Task<BenchRow> SecondQuestionAsync(WorkerChatClient bare, CancellationToken cancellationToken)
    {
        bench.Tell("second question in `chat`");
        await using var talk = await BenchTalk.OpenAsync(bench.Session, BrainMode.Quiet, cancellationToken);
        var tokens = 0;
        tokens = (await AskTwiceAsync(200)).Brain!.PromptTokens;
        var (ours, plain) = await bench.AlternateAsync(
            async run =>
            {
                var reply = await AskTwiceAsync(202 + (2 * run));
                tokens = reply.Brain!.PromptTokens;
                return reply.Timings.FirstToken!.Value;
            },
            run => WithoutReuseAsync(bare, tokens, 1000 + run, cancellationToken),
            cancellationToken);
        return BenchRow.Of("reply_chat_second", $"Enter to first token of the second question in `chat`, beside about {tokens} tokens with none kept", "ms", ours, plain, new Bar(0.25, BarOf.RatioAtMost));

        async Task<Conversation.Reply> AskTwiceAsync(int question)
        {
            talk.Renew();
            await talk.AskAsync(BenchFiles.Question(question), cancellationToken);
            return await talk.AskAsync(BenchFiles.Question(question + 1), cancellationToken);
        }
    }

    private async Task<BenchRow> ReplySpeedAsync(WorkerChatClient bare, CancellationToken cancellationToken)
    {
        bench.Tell("speed of a reply");
        var (ours, plain) = await bench.AlternateAsync(
            async run => await SpeedAsync(bare, await ExactPrompt.MakeAsync(bare, Short / 2, Short, 2000 + run, run, cancellationToken), cancellationToken),
            async _ => (Reply - 1) * 1000 / (await bench.PlainAsync(Short, Reply, cancellationToken, repack: false)).Timings.Reply!.Value,
            cancellationToken);
        return BenchRow.Of("reply_speed", "speed of a reply, beside the bare engine", "tokens/s", ours, plain, AsFast);
    }

    private async Task<BenchRow> PromptSpeedAsync(CancellationToken cancellationToken)
    {
        bench.Tell("speed of a prompt, quick");
        await using var quick = await bench.WakeAsync(repack: true, keeps: false, cancellationToken);
        await WithoutReuseAsync(quick, Prompt, 0, cancellationToken);
        var (ours, plain) = await bench.AlternateAsync(
            async run => Prompt * 1000 / (await FirstAsync(quick, await NewPromptAsync(quick, Prompt, 3000 + run, cancellationToken), cancellationToken)).PromptMs,
            async _ => Prompt * 1000 / (await bench.PlainAsync(Prompt, 1, cancellationToken, warm: true)).Timings.Prompt,
            cancellationToken);
        return BenchRow.Of("prompt_speed_quick", "speed of a prompt, quick, beside the bare engine", "tokens/s", ours, plain, AsFast);
    }

    /// <summary>Milliseconds from asking to the first token of a prompt that shares nothing with those before.</summary>
    private async Task<double> WithoutReuseAsync(WorkerChatClient worker, int tokens, int seed, CancellationToken cancellationToken) =>
        (await FirstAsync(worker, await NewPromptAsync(worker, tokens, seed, cancellationToken), cancellationToken)).Ms;

    private static Task<ChatMessage[]> NewPromptAsync(WorkerChatClient worker, int tokens, int seed, CancellationToken cancellationToken) =>
        ExactPrompt.MakeAsync(worker, tokens / 2, tokens, seed, seed, cancellationToken);

    private Task<FirstToken> FirstAsync(WorkerChatClient worker, ChatMessage[] prompt, CancellationToken cancellationToken) =>
        FirstToken.OfAsync(worker, prompt, bench.Clock, bench.Clock.GetTimestamp(), cancellationToken);

    private async Task<double> SpeedAsync(WorkerChatClient worker, ChatMessage[] prompt, CancellationToken cancellationToken)
    {
        var began = bench.Clock.GetTimestamp();
        var response = await worker.GetResponseAsync(prompt, new ChatOptions { MaxOutputTokens = Reply }, cancellationToken);
        var usage = response.Usage!;
        if (usage.OutputTokenCount is null or < 2)
            throw new BuddyException("The brain ended its reply at once, so its speed cannot be measured; measure with another brain.");
        var replying = bench.Clock.GetElapsedTime(began).TotalMilliseconds - (usage.AdditionalCounts!["first_token_us"] / 1000.0);
        return (usage.OutputTokenCount.Value - 1) * 1000 / replying;
    }
}
