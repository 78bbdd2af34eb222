using System.Runtime.CompilerServices;
using BitBuddy.Brains;
using BitBuddy.Personalities;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>Lets the brain speak: wake, prompt, stream through the grounding guard. Whatever fails, the talk goes on.</summary>
internal sealed class BrainVoice(BrainLife life, PromptBuilder prompts, TimeProvider clock)
{
    private const int Attempts = 2;

    /// <summary>The brain's words as they pass the guard. When nothing is left to stand on, <paramref name="spoken"/> stays with the rules.</summary>
    public async IAsyncEnumerable<ReplyPart> SpeakAsync(
        Cue cue, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var speaking = life.Speak();
        // An engine that died while it was idle is noticed by the first question: that one is asked again, once.
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var wasAwake = IsAwake(cue);
            var ready = await TryBeginAsync(cue, spoken, watch, cancellationToken);
            if (ready is null && wasAwake)
                continue;
            if (ready is null)
                yield break;
            var take = new BrainTake(cue, ready.Value.Prompt, clock);
            await foreach (var part in StreamAsync(ready.Value.Brain, take, spoken, watch, cancellationToken))
                yield return part;
            take.Conclude(spoken);
            if (!take.Died || take.Tokens > 0)
                yield break;
        }
    }

    private bool IsAwake(Cue cue) => life.State == BrainState.Awake && life.Brain?.Sha256 == cue.Brain!.Sha256;

    private async Task<(LoadedBrain Brain, BuiltPrompt Prompt)?> TryBeginAsync(
        Cue cue, Spoken spoken, ReplyClock watch, CancellationToken cancellationToken)
    {
        try
        {
            var begun = clock.GetTimestamp();
            var wasAwake = IsAwake(cue);
            var brain = await life.WakeAsync(cue.Brain!, cancellationToken);
            watch.Woken(wasAwake ? TimeSpan.Zero : clock.GetElapsedTime(begun));
            var parts = new PromptParts(cue.Personality, cue.Health, cue.Health.Mood, cue.Talk, cue.Facts, cue.Question.Text);
            return (brain, await prompts.BuildAsync(parts, brain.Count, cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await FailAsync(spoken, e);
            return null;
        }
    }

    private async IAsyncEnumerable<ReplyPart> StreamAsync(
        LoadedBrain brain, BrainTake take, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = brain.Client.GetStreamingResponseAsync(take.Prompt.Messages, take.Options(), cancellationToken);
        await using var updates = stream.GetAsyncEnumerator(cancellationToken);
        while (await TryNextAsync(updates, take, spoken, cancellationToken) is { } update)
        {
            if (take.Tokens == 1)
                watch.FirstToken();
            foreach (var part in take.Hear(update, spoken))
            {
                if (part is ReplyPart.Words)
                    watch.FirstWord();
                yield return part;
            }
        }

        foreach (var part in take.Finish(spoken))
        {
            if (part is ReplyPart.Words)
                watch.FirstWord();
            yield return part;
        }

    }

    private async Task<ChatResponseUpdate?> TryNextAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates, BrainTake take, Spoken spoken, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync() ? updates.Current : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            take.Died = true;
            await FailAsync(spoken, e);
            return null;
        }
    }

    // An engine may fail in any way; whichever it was, it is ended and the sentence is kept.
    private async Task FailAsync(Spoken spoken, Exception e)
    {
        spoken.WhyNot = Display.Line(e.Message);
        await life.SleepAsync();
    }
}
