using System.Runtime.CompilerServices;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy;

/// <summary>
/// STORY 1: a question becomes a reply. The rules find what is asked (<see cref="IntentParser"/>), the index answers
/// (<see cref="FactFinder"/>), the facts are shown at once, then a voice speaks for them (<see cref="Conversation.Voice"/>).
/// One instance is one talk; it is asked one question at a time.
/// </summary>
public sealed class Buddy
{
    private readonly PersonalitySource _who;
    private readonly IntentParser _parser;
    private readonly FactFinder _finder;
    private readonly Voice _voice;
    private readonly BrainChoice _choice;
    private readonly Func<Health> _health;
    private readonly TimeProvider _clock;
    private Talk _talk = Talk.Empty;
    private int _turn;

    internal Buddy(
        PersonalitySource who, IntentParser parser, FactFinder finder, Voice voice, BrainChoice choice, Func<Health> health, TimeProvider clock) =>
        (_who, _parser, _finder, _voice, _choice, _health, _clock) = (who, parser, finder, voice, choice, health, clock);

    public Personality Personality => _who.Current();
    public string Name => Personality.Name;

    /// <summary>Why the personality file is not in force as it stands; null when it is.</summary>
    public string? Complaint => _who.Complaint;

    /// <summary>
    /// A question may come soon: wakes the brain and computes ahead what of the prompt is known already. The question takes over
    /// whenever it comes; when none comes within a minute (or keep_alive, where that is shorter and not 0) the brain sleeps again.
    /// Never fails: the result is a sentence when there is no brain or it could not.
    /// </summary>
    /// <param name="written">The question as far as it is written; called again as it grows, its words are computed while it is typed.</param>
    /// <param name="keepAlive">That of the coming question; null: as the settings say.</param>
    public Task<string?> GetReadyAsync(string written = "", KeepAlive? keepAlive = null, CancellationToken cancellationToken = default) =>
        GetReadyAsync(BrainNeed.Ahead, written, keepAlive, cancellationToken);

    internal async Task<string?> GetReadyAsync(BrainNeed need, string written, KeepAlive? keepAlive, CancellationToken cancellationToken)
    {
        var talk = _talk;
        return _choice.Brain is { } brain
            ? await _voice.GetReadyAsync(brain, need, keepAlive, () => PromptBuilder.Begin(_who.Current(), _health(), talk, written), cancellationToken)
            : _choice.WhyNone;
    }

    /// <summary>The parts of the reply as they come: the facts first, the finished reply last.</summary>
    public async IAsyncEnumerable<ReplyPart> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        question.Check();
        var watch = new ReplyClock(_clock, question.AskedAt);
        var intent = _parser.Parse(question.Text);
        var facts = await _finder.FindAsync(intent, question.Folders, question.Limit, cancellationToken);
        watch.FactsFound();
        yield return new ReplyPart.FactsFound(facts);

        var cue = CueFor(question, intent, facts);
        var spoken = new Spoken { WhyNot = _choice.WhyNone };
        await foreach (var part in _voice.SpeakAsync(cue, spoken, watch, cancellationToken))
            yield return part;
        _talk = spoken.Talk ?? _talk;
        _turn++;

        yield return new ReplyPart.MoodShown(cue.Health.Mood);
        yield return new ReplyPart.Done(ReplyOf(cue, spoken, watch));
    }

    private Cue CueFor(Question question, Intent intent, Facts facts)
    {
        var (personality, version) = _who.Read();
        return new Cue
        {
            Question = question,
            Intent = intent,
            Facts = facts,
            Personality = personality,
            PersonalityVersion = version,
            Health = facts.Health ?? _health(),
            Brain = _choice.Brain,
            Talk = _talk,
            Turn = _turn,
        };
    }

    private static Reply ReplyOf(Cue cue, Spoken spoken, ReplyClock watch) => new()
    {
        Buddy = cue.Personality.Name,
        Question = cue.Question.Text,
        Intent = cue.Intent,
        Facts = cue.Facts,
        Text = spoken.Text,
        Voice = spoken.Voice,
        WhyNot = spoken.Voice == VoiceKind.Brain ? null : spoken.WhyNot ?? (spoken.Voice == VoiceKind.Cache ? "I have said this before, in the same situation." : null),
        Cut = spoken.Cut,
        Mood = cue.Health.Mood,
        Timings = watch.Stop(),
        Brain = spoken.Use,
    };
}
