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
            if (attempt > 1)
                spoken.WhyNot = null;
            var wasAwake = IsAwake(cue);
            if (await TryWakeAsync(cue, spoken, watch, cancellationToken) is not { } awake)
                yield break;
            if (await TryPromptAsync(cue, awake, spoken, cancellationToken) is not { } prompt)
            {
                if (wasAwake)
                    continue;
                yield break;
            }

            var take = new BrainTake(cue, prompt, clock);
            await foreach (var part in StreamAsync(awake, take, spoken, watch, cancellationToken))
                yield return part;
            take.Conclude(spoken);
            if (!take.Died || take.Tokens > 0)
                yield break;
        }
    }

    private bool IsAwake(Cue cue) => life.State == BrainState.Awake && life.Brain?.Sha256 == cue.Brain!.Sha256;

    private async Task<LoadedBrain?> TryWakeAsync(Cue cue, Spoken spoken, ReplyClock watch, CancellationToken cancellationToken)
    {
        try
        {
            var begun = clock.GetTimestamp();
            var wasAwake = IsAwake(cue);
            var awake = await life.WakeAsync(cue.Brain!, cancellationToken);
            watch.Woken(wasAwake ? TimeSpan.Zero : clock.GetElapsedTime(begun));
            return awake;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await FailAsync(spoken, e);
            return null;
        }
    }

    // Only what the engine throws is caught: a fault in the building of the prompt is ours and passes.
    private async Task<BuiltPrompt?> TryPromptAsync(Cue cue, LoadedBrain brain, Spoken spoken, CancellationToken cancellationToken)
    {
        var parts = new PromptParts(cue.Personality, cue.Health, cue.Health.Mood, cue.Talk, cue.Facts, cue.Question.Text) { Aspect = cue.Intent.Aspect };
        try
        {
            return await prompts.BuildAsync(parts, brain.Count is null ? null : CountAsync, cancellationToken);
        }
        catch (BuddyException e)
        {
            await FailAsync(spoken, e);
            return null;
        }

        async Task<PromptTokens> CountAsync(IReadOnlyList<ChatMessage> prompt, CancellationToken cancel)
        {
            try
            {
                return await brain.Count!(prompt, cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                throw new BuddyException(e.Message, inner: e);
            }
        }
    }

    private async IAsyncEnumerable<ReplyPart> StreamAsync(
        LoadedBrain brain, BrainTake take, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var updates = UpdatesAsync(brain, take.Prompt.Messages, take.Options(), cancellationToken).GetAsyncEnumerator(cancellationToken);
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

    // An engine that fails before its first word then fails where its words are taken.
    private static async IAsyncEnumerable<ChatResponseUpdate> UpdatesAsync(
        LoadedBrain brain, IEnumerable<ChatMessage> prompt, ChatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in brain.Client.GetStreamingResponseAsync(prompt, options, cancellationToken))
            yield return update;
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
