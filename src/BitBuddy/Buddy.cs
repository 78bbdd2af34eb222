using System.Runtime.CompilerServices;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;
using BitBuddy.Usage;

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
    private readonly Memories _memories;
    private readonly UsageStore _usage;
    private readonly BrainChoice _choice;
    private readonly Func<Health> _health;
    private readonly TimeProvider _clock;
    private Talk _talk = Talk.Empty;
    private LastShown? _last;
    private long _known;
    private int _turn;

    internal Buddy(
        PersonalitySource who, IntentParser parser, FactFinder finder, Voice voice, Memories memories, UsageStore usage, BrainChoice choice, Func<Health> health, TimeProvider clock) =>
        (_who, _parser, _finder, _voice, _memories, _usage, _choice, _health, _clock) = (who, parser, finder, voice, memories, usage, choice, health, clock);

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
            ? await _voice.GetReadyAsync(brain, need, keepAlive, () => PromptBuilder.Begin(_who.Current(), _health(), RecallLine.Of(_memories.Recall()), talk, written), cancellationToken)
            : _choice.WhyNone;
    }

    /// <summary>The parts of the reply as they come: the facts first, the finished reply last.</summary>
    public async IAsyncEnumerable<ReplyPart> AskAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        question.Check();
        var watch = new ReplyClock(_clock, question.AskedAt);
        var memory = _memories.Recall();
        // What was forgotten must not live on in the talk.
        (_talk, _last, _known) = memory.Version == _known ? (_talk, _last, _known) : (Talk.Empty, null, memory.Version);
        if (_memories.Read(question.Text) is { } saying)
        {
            await foreach (var part in HearAsync(question, saying, memory, watch, cancellationToken))
                yield return part;
            yield break;
        }

        var intent = _parser.Parse(memory.Placed(question.Text), _last);
        if (intent.Kind == IntentKind.Unknown)
            intent = _parser.Parse(question.Text, _last);
        var facts = await _finder.FindAsync(intent, question.Folders, question.Limit, cancellationToken, question.Progress);
        var isTaken = intent.Query.Taken;
        intent = intent with { Query = facts.Instead ?? intent.Query, Corrected = facts.Corrected };
        if (facts.Count is not null && facts.Intent != IntentKind.Status)
            _last = new LastShown(intent with { Query = intent.Query with { Taken = isTaken } }, facts.Files.Count);
        watch.FactsFound();
        yield return new ReplyPart.FactsFound(facts);

        // Before the reply, so that its list can be spoken of from elsewhere while the reply still streams.
        _usage.NoteAnswer(intent, facts, keepsWords: !memory.SpeaksOfHidden(question.Text));
        var cue = CueFor(question, intent, facts, memory);
        var spoken = new Spoken { WhyNot = _choice.WhyNone };
        await foreach (var part in _voice.SpeakAsync(cue, spoken, watch, cancellationToken))
            yield return part;
        _talk = spoken.Talk ?? _talk;
        _turn++;
        _memories.Note(intent.Kind, question.Text, memory);

        yield return new ReplyPart.MoodShown(cue.Health.Mood);
        yield return new ReplyPart.Done(ReplyOf(cue, spoken, watch));
    }

    /// <summary>What the user tells is done and then answered, by rules: it is no matter of voice whether it was done.</summary>
    private async IAsyncEnumerable<ReplyPart> HearAsync(
        Question question, Saying saying, Remembered memory, ReplyClock watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var intent = new Intent(IntentKind.Smalltalk, FileQuery.Everything);
        var facts = new Facts { Intent = intent.Kind, Folders = question.Folders, AsOf = _clock.GetUtcNow() };
        watch.FactsFound();
        yield return new ReplyPart.FactsFound(facts);

        var cue = CueFor(question, intent, facts, memory);
        var spoken = new Spoken { WhyNot = MemoryPhrases.AnsweredByRules };
        string words;
        try
        {
            words = await _memories.HearAsync(saying, memory, cue.Personality, _turn++, cancellationToken);
        }
        catch (BuddyException e)
        {
            words = e.Message;
        }

        watch.FirstWord();
        yield return spoken.Add(words);
        yield return new ReplyPart.MoodShown(cue.Health.Mood);
        yield return new ReplyPart.Done(ReplyOf(cue, spoken, watch) with { IsTold = true });
    }

    private Cue CueFor(Question question, Intent intent, Facts facts, Remembered memory)
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
            Memory = memory,
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
