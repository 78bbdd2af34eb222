using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>
/// Lets a brain of slots speak: it writes a phrase, and the app fills it as it fills the phrases of the rules. A reply takes some hundredths
/// of a second, so it is heard whole and checked before a word of it is shown; one that fails is drawn once more. For one talk.
/// </summary>
internal sealed class SlotVoice(RulesVoice rules, TimeProvider clock, Random random)
{
    private const int Draws = 2;

    private readonly HashSet<string> _said = [];
    private (string Sha256, GgufSlots Slots)? _brain;

    /// <summary>What the brain is told; null where it has not learned to speak of this, and then <paramref name="spoken"/> says so.</summary>
    public SlotPrompt? Prompt(Cue cue, Spoken spoken)
    {
        var prompt = SlotPrompt.Of(cue.Question.Text, cue.Intent, cue.Facts, cue.Personality, cue.Health.Mood, cue.Turn, clock, random);
        if (prompt is not null && Slots(cue.Brain!).Situations is { Count: > 0 } taught && !taught.Contains(prompt.Situation.ToString().ToLowerInvariant()))
            prompt = null;
        if (prompt is null)
            spoken.WhyNot = "My small brain has not learned to speak of this, so the rules do.";
        return prompt;
    }

    /// <summary>The words of one reply whole, or no part where none passed: then the rules speak.</summary>
    /// <param name="stream">The brain's pieces for a prompt; ends early where the brain failed.</param>
    /// <param name="failed">Whether it did.</param>
    public async Task<string?> SpeakAsync(
        Cue cue, SlotPrompt prompt, Spoken spoken, ReplyClock watch, Func<IReadOnlyList<ChatMessage>, ChatOptions, IAsyncEnumerable<ChatResponseUpdate>> stream, Func<bool> failed)
    {
        var slots = Slots(cue.Brain!);
        ChatMessage[] messages = [.. prompt.Pieces.Select(piece => new ChatMessage(piece.IsToken ? Frame : ChatRole.User, piece.Text))];
        string? fault = null;
        for (var draw = 1; draw <= Draws; draw++)
        {
            var reply = new SlotReply(slots.FirstToken);
            await foreach (var update in stream(messages, Options(slots, prompt)))
            {
                if (reply.Tokens == 0)
                    watch.FirstToken();
                reply.Hear(update);
            }

            spoken.Use = Use(cue, reply, spoken);
            if (failed())
                return null;
            if (Pass(cue, prompt, slots, reply, isLast: draw == Draws, out fault) is { } words)
            {
                _said.Add(reply.Phrase);
                return words;
            }

            spoken.Refused++;
            spoken.Use = Use(cue, reply, spoken);
        }

        spoken.WhyNot = $"My brain did not find the right words ({fault}).";
        return null;
    }

    /// <summary>The role of a message that is the app's own and may hold names of tokens.</summary>
    private static readonly ChatRole Frame = new("frame");

    private string? Pass(Cue cue, SlotPrompt prompt, GgufSlots slots, SlotReply reply, bool isLast, out string? fault)
    {
        fault = reply.Finish == ChatFinishReason.Length ? "no end" : SlotCheck.Fault(prompt, reply.Phrase, slots.Words);
        if (fault is not null)
            return null;
        if (!isLast && _said.Contains(reply.Phrase))
        {
            fault = "said before";
            return null;
        }

        if (IsDoubled(reply.Phrase, prompt.Values))
        {
            fault = "a word twice";
            return null;
        }

        var words = Phrase.Fill(Contractions.For(cue.Personality.Formality, reply.Phrase), prompt.Values);
        if (!IsGrounded(cue, words))
        {
            fault = "not in the facts";
            return null;
        }

        var (before, behind) = rules.Around(cue.Intent, cue.Facts, cue.Personality, cue.Health.Mood, cue.Turn);
        return string.Join(' ', ((string[])[before, words, behind]).Where(text => text.Length > 0));
    }

    // "dated on {date}" would be filled to "dated on on 3 May": the brain sees no values.
    private static bool IsDoubled(string phrase, IReadOnlyDictionary<string, string> values) => values.Any(slot =>
        slot.Value.IndexOf(' ') is > 0 and var end && phrase.Contains($" {slot.Value[..end]} {{{slot.Key}}}", StringComparison.OrdinalIgnoreCase));

    private bool IsGrounded(Cue cue, string words)
    {
        var sayings = Sayings.Of(cue.Intent, cue.Facts, cue.Personality, cue.Health.Mood, clock);
        // Said of a mood, the day is no date of a file.
        sayings = sayings with { Phrases = [$"{cue.Personality.MoodIndicators.Of(cue.Health.Mood.State)} today", .. sayings.Phrases] };
        var guard = new GroundingGuard(cue.Facts, sayings, clock, waits: false);
        var steps = new List<GuardStep>();
        guard.Push(words, steps);
        guard.Finish(steps);
        return !steps.OfType<GuardStep.Refuse>().Any();
    }

    private ChatOptions Options(GgufSlots slots, SlotPrompt prompt) => new()
    {
        MaxOutputTokens = SlotPrompt.Reply,
        Temperature = prompt.Temperature,
        TopP = SlotPrompt.TopP,
        TopK = 0,
        Seed = random.Next(),
        AdditionalProperties = new() { ["closed_tokens"] = SlotReply.Closed(slots.FirstToken, prompt), ["min_p"] = 0 },
    };

    private static BrainUse Use(Cue cue, SlotReply reply, Spoken spoken) => new(
        cue.Brain!.Name, (int)(reply.Usage?.InputTokenCount ?? 0), (int)(reply.Usage?.CachedInputTokenCount ?? 0),
        (int)(reply.Usage?.OutputTokenCount ?? reply.Tokens), spoken.Refused, TrimmedTokens: 0);

    // The header is read once: the gate has checked the file already.
    private GgufSlots Slots(KnownBrain brain)
    {
        if (_brain is not { } known || known.Sha256 != brain.Sha256)
            _brain = known = (brain.Sha256, BrainGate.Check(brain.Path).Slots ?? throw new BuddyException($"{Display.Line(brain.Name)} does not speak in slots any more; import it again."));
        return known.Slots;
    }
}
