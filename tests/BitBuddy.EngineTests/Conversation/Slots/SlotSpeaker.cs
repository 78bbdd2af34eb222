using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.EngineTests.Conversation.Slots;

/// <summary>A brain of slots as the app drives it, with what it wrote before the checks told too.</summary>
internal sealed class SlotSpeaker : IDisposable
{
    private readonly LlamaChatClient _client;
    private readonly KnownBrain _brain;
    private readonly FakeTimeProvider _clock = new(Trial.Now);
    private readonly GgufSlots _slots;

    public SlotSpeaker(string path)
    {
        _clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        _client = LlamaChatClient.Load(path, new LlamaSettings { ContextSize = PromptBudget.SlotContext, Threads = 1 });
        _slots = BrainGate.Check(path).Slots ?? throw new InvalidOperationException($"{path} does not speak in slots.");
        _brain = new KnownBrain
        {
            Name = "proof", Path = path, Bytes = 1, Sha256 = new string('0', 64), Origin = "imported", PromptLayout = KnownBrain.SlotLayout, VerifiedAt = Trial.Now, FileTime = Trial.Now,
        };
    }

    public void Dispose() => _client.Dispose();

    /// <param name="Text">What is shown; null where the rules speak.</param>
    /// <param name="Draws">What it wrote each time, filled as it stands, checked or not.</param>
    /// <param name="WhyNot">Why the rules speak.</param>
    public sealed record Said(string? Text, IReadOnlyList<string> Draws, string? WhyNot);

    /// <summary>One reply, by a voice that has said nothing yet.</summary>
    /// <param name="prompt">Null: as the question draws it.</param>
    public async Task<Said> SayAsync(Trial trial, Random random, SlotPrompt? prompt = null)
    {
        var voice = new SlotVoice(new RulesVoice(_clock), _clock, random);
        var cue = new Cue
        {
            Question = new Question(trial.Question), Intent = trial.Intent, Facts = trial.Facts, Personality = trial.Personality, PersonalityVersion = "1",
            Health = trial.Facts.Health ?? new(trial.Mood, 1, 1, 1, 1, 2, null), Brain = _brain, Talk = BitBuddy.Conversation.Talk.Empty,
            Memory = Remembered.Nothing, Turn = 0,
        };
        var spoken = new BitBuddy.Conversation.Spoken();
        prompt ??= voice.Prompt(cue, spoken);
        if (prompt is null)
            return new Said(null, [], spoken.WhyNot);
        var heard = new List<SlotReply>();
        var words = await voice.SpeakAsync(cue, prompt, spoken, new ReplyClock(_clock, 0), Stream, () => false);
        return new Said(words, [.. heard.Select(reply => Filled(reply.Phrase, prompt))], spoken.WhyNot);

        async IAsyncEnumerable<ChatResponseUpdate> Stream(IReadOnlyList<ChatMessage> messages, ChatOptions options)
        {
            var reply = new SlotReply(_slots.FirstToken);
            heard.Add(reply);
            options.Temperature = Other("BITBUDDY_PROOF_TEMPERATURE") ?? options.Temperature;
            options.TopP = Other("BITBUDDY_PROOF_TOP_P") ?? options.TopP;
            if (Other("BITBUDDY_PROOF_MIN_P") is { } least)
                options.AdditionalProperties!["min_p"] = least;
            await foreach (var update in _client.GetStreamingResponseAsync(messages, options))
            {
                reply.Hear(update);
                yield return update;
            }
        }
    }

    // Another way of drawing, to be measured beside the shipped one.
    private static float? Other(string variable) =>
        float.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public SlotPrompt Prompt(Trial trial, Random random) =>
        SlotPrompt.Of(trial.Question, trial.Intent, trial.Facts, trial.Personality, trial.Mood, 0, _clock, random)!;

    public string Rules(Trial trial, int turn) => new RulesVoice(_clock).Say(trial.Intent, trial.Facts, trial.Personality, trial.Mood, turn);

    // A slot that has no value stays as it stands, and whoever reads it sees a broken text.
    private static string Filled(string phrase, SlotPrompt prompt)
    {
        try
        {
            return Phrase.Fill(phrase, prompt.Values);
        }
        catch (KeyNotFoundException)
        {
            return phrase;
        }
    }
}
