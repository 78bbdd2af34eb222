using System.Globalization;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>What may be said without a fact: the buddy's own phrases, what was asked for as the rules understood it, idioms.</summary>
internal sealed record Sayings
{
    /// <summary>Free word for word, longest first.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>Free in quotes alone: in running text they would hide claims ("documents").</summary>
    public IReadOnlyList<string> Quotable { get; init; } = [];

    /// <summary>Folders the question was limited to.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public static Sayings Of(Intent intent, Facts facts, Personality personality, Mood mood, TimeProvider clock)
    {
        var query = intent.Query;
        return new Sayings
        {
            Phrases = Ordered(
            [
                personality.Name, mood.Because.TrimEnd('.', ' '), facts.Health?.Mood.Because ?? "", personality.MoodIndicators.Of(mood.State), personality.NarrativeArc.Replace('-', ' '),
                facts.Health?.Brain ?? "", .. personality.FavoritePhrases, .. personality.Specialties, Asked.Bounds(query, clock), AsOf.Of(facts, clock) ?? "", Today(facts, clock),
                .. Since(facts, clock), .. SentencePlaces(facts), .. MovesNothing(facts, personality),
                .. mood.Causes.SelectMany(cause => (string[])[cause.Because, cause.Cure]),
            ]),
            Quotable = [.. facts.Corrected?.Split(" -> ") ?? [], string.Join(' ', query.Words), .. query.Words, .. query.Inside, .. query.InsideEither, .. query.Begins, .. query.Ends, .. query.Either.SelectMany(words => words.Append(string.Join(' ', words))), .. query.Except.SelectMany(except => except.Words.Concat(except.Places)), GuardPhrases.AddFolder],
            Places = query.Places,
        };
    }

    // Stale files are older than a day that is none of theirs.
    private static IEnumerable<string> Since(Facts facts, TimeProvider clock) => facts.Insight?.Since is { } since ? [Said.Day(since, clock)] : [];

    // Where a sentence of a text stands: "page 3".
    private static IEnumerable<string> SentencePlaces(Facts facts) =>
        facts.Files.Count == 0 ? [] : facts.Sentences.Select(sentence => SentencePlace.Of(sentence, facts.Files[0].Name)).OfType<string>();

    // Who is asked to tidy may say that nothing was moved.
    private static IEnumerable<string> MovesNothing(Facts facts, Personality personality) => facts.Intent != IntentKind.Tidy ? []
        : PhraseFile.Common["MovesNothing"].Concat(PhraseFile.Of(personality.Character)?["MovesNothing"] ?? [])
            .SelectMany(phrase => (string[])[phrase, Contractions.For(personality.Formality, phrase)]).Distinct();

    // Where no files are spoken of, the day may be: "Thursday, 18 June".
    private static string Today(Facts facts, TimeProvider clock) => facts.Count is null
        ? TimeZoneInfo.ConvertTime(facts.AsOf, clock.LocalTimeZone).ToString("dddd, d MMMM", CultureInfo.InvariantCulture) : "";

    /// <summary>These and the idioms, the longest first.</summary>
    public static IReadOnlyList<string> Ordered(IEnumerable<string> phrases) =>
        [.. phrases.Select(phrase => Display.Line(phrase.Trim())).Concat(GuardPhrases.Idioms).Where(phrase => phrase.Length > 0).OrderByDescending(phrase => phrase.Length)];
}
