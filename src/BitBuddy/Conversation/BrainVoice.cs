using System.Runtime.CompilerServices;
using BitBuddy.Brains;
using BitBuddy.Personalities;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>Lets the brain speak: wake, prompt, stream through the grounding guard. Whatever fails, the talk goes on.</summary>
internal sealed class BrainVoice(BrainLife life, PromptBuilder prompts, SlotVoice slots, TimeProvider clock)
{
    private const int Attempts = 2;

    // A question that has waited this long is not asked again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _preparing;
    private Func<IReadOnlyList<ChatMessage>>? _begun;

    /// <summary>
    /// Wakes the brain and lets it compute the beginning of the coming prompt; a question that comes meanwhile takes over what is there.
    /// The result is a sentence when that failed. All of it is done with one lease: a second would wait for whoever waits for the first.
    /// </summary>
    public async Task<string?> GetReadyAsync(
        KnownBrain brain, BrainNeed need, KeepAlive? keepAlive, Func<IReadOnlyList<ChatMessage>> begun, CancellationToken cancellationToken)
    {
        using var preparing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_gate)
        {
            _begun = begun;
            // It is being done already, and goes on with what is written since; but a wish of the user counts all the same.
            if (_preparing is not null && need == BrainNeed.Ahead)
                return null;
            _preparing ??= preparing;
        }

        try
        {
            using var lease = await life.TakeAsync(brain, need, keepAlive, preparing.Token);
            // A prompt of slots is short, and all of it is the question's.
            if (lease.Loaded.Prepare is { } prepare && !brain.SpeaksInSlots)
            {
                while (TakeBegun(preparing) is { } latest)
                    await PrepareAsync(prepare, await Task.Run(latest, preparing.Token), lease, preparing.Token);
            }

            return null;
        }
        catch (OperationCanceledException) when (preparing.IsCancellationRequested)
        {
            return null;
        }
        catch (BuddyException e)
        {
            return e.Message;
        }
        finally
        {
            lock (_gate)
                _preparing = _preparing == preparing ? null : _preparing;
        }
    }

    // What was written last; null when it is computed already, and from then on another call computes.
    private Func<IReadOnlyList<ChatMessage>>? TakeBegun(CancellationTokenSource preparing)
    {
        lock (_gate)
        {
            if (_preparing != preparing)
                return null;
            var begun = _begun;
            _begun = null;
            if (begun is null)
                _preparing = null;
            return begun;
        }
    }

    private static async Task PrepareAsync(
        PromptPreparer prepare, IReadOnlyList<ChatMessage> begun, BrainLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await prepare(begun, cancellationToken);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            throw Failed(lease, e);
        }
    }

    /// <summary>The brain's words as they pass the guard. When nothing is left to stand on, <paramref name="spoken"/> stays with the rules.</summary>
    public async IAsyncEnumerable<ReplyPart> SpeakAsync(
        Cue cue, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var inSlots = cue.Brain!.SpeaksInSlots ? slots.Prompt(cue, spoken) : null;
        if (cue.Brain.SpeaksInSlots && inSlots is null)
            yield break;
        // An engine that died while it was idle is noticed by the first question: that one is asked again, once.
        for (var attempt = 1; attempt <= Attempts && clock.GetElapsedTime(begun) < Patience; attempt++)
        {
            spoken.WhyNot = null;
            using var lease = await TryTakeAsync(cue, spoken, watch, cancellationToken);
            if (lease is null)
                continue;
            if (inSlots is not null)
            {
                if (await SpeakInSlotsAsync(cue, inSlots, lease, spoken, watch, cancellationToken) is { } words)
                    yield return words;
                if (lease.Failure is null)
                    yield break;
                continue;
            }

            var parts = cue.Facts.Sections.Count > 0
                ? SectionVoice.SpeakAsync(cue, spoken, (section, said) => TakeAsync(section, SectionVoice.Enough, lease, said, watch, cancellationToken), () => lease.Failure is not null)
                : TakeAsync(cue, null, lease, spoken, watch, cancellationToken);
            await foreach (var part in parts)
                yield return part;
            if (lease.Failure is null || spoken.Use is not null)
                yield break;
        }
    }

    private async IAsyncEnumerable<ReplyPart> TakeAsync(
        Cue cue, int? enough, BrainLease lease, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await TryPromptAsync(cue, lease, spoken, cancellationToken) is not { } prompt)
            yield break;
        var take = new BrainTake(cue, prompt, lease.Loaded.Rewind, clock, enough);
        await foreach (var part in StreamAsync(lease, take, spoken, watch, cancellationToken))
            yield return part;
        take.Conclude(spoken);
        if (!take.Died)
            lease.Complete();
    }

    private async Task<ReplyPart.Words?> SpeakInSlotsAsync(
        Cue cue, SlotPrompt prompt, BrainLease lease, Spoken spoken, ReplyClock watch, CancellationToken cancellationToken)
    {
        var words = await slots.SpeakAsync(cue, prompt, spoken, watch, Stream, () => lease.Failure is not null);
        if (lease.Failure is null)
            lease.Complete();
        if (words is null)
            return null;
        watch.FirstWord();
        (spoken.Voice, spoken.WhyNot) = (VoiceKind.Brain, null);
        return spoken.Add(words);

        async IAsyncEnumerable<ChatResponseUpdate> Stream(IReadOnlyList<ChatMessage> messages, ChatOptions options)
        {
            await using var updates = UpdatesAsync(lease.Loaded, messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await TryNextAsync(updates, lease, spoken, cancellationToken) is { } update)
                yield return update;
        }
    }

    private async Task<BrainLease?> TryTakeAsync(Cue cue, Spoken spoken, ReplyClock watch, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        try
        {
            var taking = life.TakeAsync(cue.Brain!, BrainNeed.Reply, cue.Question.KeepAlive, cancellationToken);
            lock (_gate)
                _ = _preparing?.CancelAsync();
            var lease = await taking;
            watch.Woken(lease.WasAwake ? TimeSpan.Zero : clock.GetElapsedTime(begun));
            return lease;
        }
        catch (BuddyException e)
        {
            spoken.WhyNot = e.Message;
            return null;
        }
    }

    // Only what the engine throws is caught: a fault in the building of the prompt is ours and passes.
    private async Task<BuiltPrompt?> TryPromptAsync(Cue cue, BrainLease lease, Spoken spoken, CancellationToken cancellationToken)
    {
        var parts = new PromptParts(cue.Personality, cue.Health, cue.Health.Mood, cue.Talk, cue.Facts, cue.Question.Text) { Aspect = cue.Intent.Aspect, Recalled = RecallLine.Of(cue.Memory) };
        try
        {
            return await prompts.BuildAsync(parts, lease.Loaded.Count is null ? null : CountAsync, cancellationToken);
        }
        catch (BuddyException e)
        {
            spoken.WhyNot = e.Message;
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }

        async Task<PromptTokens> CountAsync(IReadOnlyList<ChatMessage> prompt, CancellationToken cancel)
        {
            try
            {
                return await lease.Loaded.Count!(prompt, cancel);
            }
            catch (Exception e) when (IsFailure(e, cancel))
            {
                throw Failed(lease, e);
            }
        }
    }

    private static async IAsyncEnumerable<ReplyPart> StreamAsync(
        BrainLease lease, BrainTake take, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var updates = UpdatesAsync(lease.Loaded, take.Prompt.Messages, take.Options(), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await TryNextAsync(updates, lease, spoken, cancellationToken) is { } update)
        {
            // Before its first words, a token may be half a character.
            if (take.Tokens == 0 && (update.Text.Length > 0 || update.AdditionalProperties?.ContainsKey(IRewind.Position) == true))
                watch.FirstToken();
            foreach (var part in take.Hear(update, spoken))
            {
                if (part is ReplyPart.Words)
                    watch.FirstWord();
                yield return part;
            }

            if (take.IsEnough)
                break;
        }

        take.Died = lease.Failure is not null;
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

    private static async Task<ChatResponseUpdate?> TryNextAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates, BrainLease lease, Spoken spoken, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync() ? updates.Current : null;
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            spoken.WhyNot = Failed(lease, e).Message;
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    // An engine may also die while it is being stopped.
    private static bool IsFailure(Exception e, CancellationToken cancellationToken) =>
        e is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    // An engine may fail in any way; whichever it was, it is ended when the lease goes back, and the sentence is kept.
    private static BuddyException Failed(BrainLease lease, Exception e)
    {
        lease.Fail(Display.Line(e.Message));
        return new BuddyException(Display.Line(e.Message), inner: e);
    }
}
