using System.Runtime.CompilerServices;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>Speaks for the facts: a reply already given, else the brain, else the rules.</summary>
public sealed class Voice(BrainVoice? brain, ReplyCache cache, RulesVoice rules)
{
    /// <summary>Words (and refusals) as they come; <paramref name="spoken"/> tells in the end what became of it.</summary>
    public async IAsyncEnumerable<ReplyPart> SpeakAsync(
        Cue cue, Spoken spoken, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = cue.Brain is null ? null : CacheKey.Of(cue);
        if (key is not null && !cue.Question.Fresh && cache.Take(key) is { } kept)
        {
            spoken.Voice = VoiceKind.Cache;
            watch.FirstWord();
            yield return spoken.Add(kept);
            yield break;
        }

        if (brain is not null && key is not null)
        {
            await foreach (var part in brain.SpeakAsync(cue, spoken, watch, cancellationToken))
                yield return part;
            if (spoken.Voice == VoiceKind.Brain)
            {
                if (!spoken.Cut && spoken.Refused == 0)
                    cache.Keep(key, spoken.Text);
                yield break;
            }
        }

        var begun = spoken.HasText;
        spoken.Discard();
        watch.FirstWord();
        var words = spoken.Add(rules.Say(cue.Intent, cue.Facts, cue.Personality, cue.Health.Mood, cue.Turn));
        // What the brain had begun stays on the screen, so the rules begin on a line of their own.
        yield return begun ? words with { Text = "\n" + words.Text } : words;
    }
}
