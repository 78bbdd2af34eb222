using System.Runtime.CompilerServices;
using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>Speaks for the facts: a reply already given, else the brain, else the rules.</summary>
internal sealed class Voice(BrainVoice? brain, ReplyCache cache, RulesVoice rules, TimeProvider clock)
{
    private readonly HashSet<string> _heard = [];

    /// <summary>Gets the brain ready for a coming question; the result is a sentence when that failed.</summary>
    public Task<string?> GetReadyAsync(
        KnownBrain ready, BrainNeed need, KeepAlive? keepAlive, Func<IReadOnlyList<ChatMessage>> begun, CancellationToken cancellationToken) =>
        brain?.GetReadyAsync(ready, need, keepAlive, begun, cancellationToken) ?? Task.FromResult<string?>(null);

    /// <summary>Words (and refusals) as they come; <paramref name="spoken"/> tells in the end what became of it.</summary>
    public async IAsyncEnumerable<ReplyPart> SpeakAsync(
        Cue cue, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // No brain has a clock, and a time that was said is another one now.
        var asksTheTime = cue.Intent.Smalltalk == Smalltalk.Clock;
        if (asksTheTime)
            spoken.WhyNot ??= "A brain has no clock, so I read it myself.";
        // A brain is told what is there, not what went.
        var byRules = asksTheTime || cue.Intent.IsRemoved || cue.Intent.Beyond != Beyond.None;
        if (cue.Intent.IsRemoved)
            spoken.WhyNot ??= "What went is told by the rules.";
        if (cue.Intent.Beyond != Beyond.None)
            spoken.WhyNot ??= "What nobody does here is told by the rules.";
        CacheKey? key = cue.Brain is null || byRules ? null : cue.Key(clock);
        if (key is { } known && !cue.Question.Fresh && cache.Take(known, _heard) is { } kept)
        {
            _heard.Add(kept);
            spoken.Voice = VoiceKind.Cache;
            watch.FirstWord();
            yield return spoken.Add(kept);
            yield break;
        }

        if (brain is not null && key is { } situation)
        {
            await foreach (var part in brain.SpeakAsync(cue, spoken, watch, cancellationToken))
                yield return part;
            if (spoken.Voice == VoiceKind.Brain)
            {
                _heard.Add(spoken.Text);
                if (spoken is { Cut: false, Broken: false })
                    cache.Keep(situation, spoken.Text);
                yield break;
            }
        }

        var begun = spoken.HasText;
        spoken.Discard();
        watch.FirstWord();
        var warmth = Warmth.Of(cue.Intent, cue.Memory, cue.Personality, cue.Turn);
        var words = spoken.Add(rules.Say(cue.Intent, cue.Facts, cue.Personality, cue.Health.Mood, cue.Turn) + (warmth is null ? "" : " " + warmth));
        // What the brain had begun stays on the screen, so the rules begin on a line of their own.
        yield return begun ? words with { Text = "\n" + words.Text } : words;
    }
}
