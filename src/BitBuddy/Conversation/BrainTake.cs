using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>One try of the brain at a reply: its words through the guard, its tokens counted.</summary>
/// <param name="enough">Behind so many sentences it need not go on; null: it is heard to its end.</param>
internal sealed class BrainTake(Cue cue, BuiltPrompt prompt, IRewind? rewind, TimeProvider clock, int? enough = null)
{
    private readonly GroundedReply _reply = new(
        new GroundingGuard(cue.Facts, Sayings.Of(cue.Intent, cue.Facts, cue.Personality, cue.Health.Mood, clock), clock, waits: rewind is null, enough ?? PromptBudget.Sentences), rewind);
    private UsageDetails? _usage;
    private ChatFinishReason? _finish;

    public BuiltPrompt Prompt { get; } = prompt;

    /// <summary>Pieces of text heard so far.</summary>
    public int Tokens { get; private set; }

    /// <summary>Enough was said, and whatever comes now is not shown any more.</summary>
    public bool IsEnough => _reply.Sentences >= enough;

    /// <summary>The engine failed in this take.</summary>
    public bool Died { get; set; }

    public ChatOptions Options()
    {
        var sampling = cue.Personality.Sampling;
        var options = new ChatOptions
        {
            MaxOutputTokens = PromptBudget.Reply,
            Temperature = (float)cue.Personality.Temperature,
            TopP = (float?)sampling?.TopP,
            TopK = sampling?.TopK,
        };
        if (sampling?.MinP is { } minP)
            (options.AdditionalProperties ??= [])["min_p"] = minP;
        if (sampling?.RepeatPenalty is { } penalty)
            (options.AdditionalProperties ??= [])["repeat_penalty"] = penalty;
        return options;
    }

    /// <summary>What of this piece may be shown.</summary>
    public IEnumerable<ReplyPart> Hear(ChatResponseUpdate update, Spoken spoken)
    {
        _finish = update.FinishReason ?? _finish;
        foreach (var usage in update.Contents.OfType<UsageContent>())
            _usage = usage.Details;
        Tokens += update.Text.Length > 0 ? 1 : 0;
        var steps = _reply.Hear(update, out var wentBack);
        _finish = wentBack ? null : _finish;
        return Shown(steps, spoken);
    }

    /// <summary>What was still held.</summary>
    public IEnumerable<ReplyPart> Finish(Spoken spoken) => Shown(_reply.Finish(), spoken);

    /// <summary>Settles whether the brain answered.</summary>
    public void Conclude(Spoken spoken)
    {
        spoken.Use = Tokens == 0 && _usage is not { OutputTokenCount: > 0 } ? null : new BrainUse(
            cue.Brain!.Name,
            (int)(_usage?.InputTokenCount ?? Prompt.Tokens.Total),
            (int)(_usage?.CachedInputTokenCount ?? 0),
            (int)(_usage?.OutputTokenCount ?? Tokens),
            spoken.Refused,
            Prompt.TrimmedTokens);
        if (_reply.Sentences == 0 && !(spoken.HasText && spoken.Refused == 0))
        {
            spoken.WhyNot ??= spoken.Refused > 0
                ? "My brain said only what the facts do not say, so it was not shown."
                : "My brain had no word to say.";
            return;
        }

        spoken.Voice = VoiceKind.Brain;
        spoken.Broken = _reply.IsBroken;
        spoken.Cut = Died || _finish == ChatFinishReason.Length;
        spoken.WhyNot = null;
        spoken.Talk = Prompt.After(spoken.Text);
    }

    private static IEnumerable<ReplyPart> Shown(IEnumerable<GuardStep> steps, Spoken spoken)
    {
        foreach (var step in steps)
        {
            if (step is GuardStep.Refuse { Claim: var claim })
            {
                spoken.Refused++;
                yield return new ReplyPart.Refused(claim);
            }
            else if (step is GuardStep.Show { Text: var text })
            {
                // A brain often begins with a space or a line feed.
                text = spoken.HasText ? text : text.TrimStart();
                if (text.Length > 0)
                    yield return spoken.Add(text);
            }
        }
    }
}
