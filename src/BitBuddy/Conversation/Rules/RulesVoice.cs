using System.Globalization;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>The voice without a brain: true for every shape of facts, in the buddy's own manner.</summary>
public sealed class RulesVoice(TimeProvider clock)
{
    /// <summary>The same words for the same input; another <paramref name="turn"/> gives another phrasing.</summary>
    public string Say(Intent intent, Facts facts, Personality personality, Mood mood, int turn)
    {
        var situation = Situations.Of(intent, facts, mood);
        var slots = Slots(intent, facts, personality, mood);
        var sentences = new List<string>();
        var seed = PhraseSeed.Of(personality.Name, situation, intent, facts, slots.GetValueOrDefault("files"));

        if (facts.Corrected is { Length: > 0 } corrected)
        {
            slots["corrected"] = Corrected(corrected);
            Add(RulesPhrases.Corrected);
        }

        Add(RulesPhrases.Of(situation));
        if (AsOf.Of(facts, clock) is { } asOf)
        {
            slots["as-of"] = asOf;
            Add(RulesPhrases.AsOf);
        }

        if (personality.Humor > 7 && personality.FavoritePhrases.Count > 0)
            sentences.Add(Display.Line(Choose(personality.FavoritePhrases)));
        if (personality.Curiosity > 8 && RulesPhrases.AskBack(situation) is { } questions)
            Add(questions);
        return string.Join(' ', sentences);

        void Add(IReadOnlyList<string> phrases) =>
            sentences.Add(Phrase.Fill(Contractions.For(personality.Formality, Choose(phrases)), slots));

        string Choose(IReadOnlyList<string> phrases) => phrases[(int)((seed.At(sentences.Count) + (uint)turn) % (uint)phrases.Count)];
    }

    private Dictionary<string, string> Slots(Intent intent, Facts facts, Personality personality, Mood mood)
    {
        var slots = new Dictionary<string, string>
        {
            ["name"] = Display.Line(personality.Name),
            ["arc"] = Arc(personality.NarrativeArc),
            ["mood"] = Display.Line(personality.MoodIndicators.Of(mood.State)),
            ["because"] = Display.Line(mood.Because).TrimEnd('.', ' '),
        };
        if (facts.Health is { } health)
            Health(slots, health);
        if (facts.Count is { } count)
            Matches(slots, count, intent, facts);
        return slots;
    }

    private static void Health(Dictionary<string, string> slots, Health health)
    {
        slots["all-files"] = Said.Count(health.Files, "file", "files");
        slots["all-size"] = Said.Size(health.Bytes);
        slots["all-folders"] = Said.Count(health.Folders, "folder", "folders");
        slots["disk-free"] = Said.Size(health.DiskFree);
        slots["disk-total"] = Said.Size(health.DiskTotal);
        slots["thinking"] = health.Brain is { } brain ? $"My brain is {NameText.Shown(brain)}." : "I go without a brain and speak by rules.";
    }

    private void Matches(Dictionary<string, string> slots, long count, Intent intent, Facts facts)
    {
        var (one, many) = Asked.For(intent.Query, clock);
        slots["that"] = one;
        slots["those"] = many;
        slots["files"] = Said.Count(count, one, many);
        slots["size"] = facts.Bytes is { } bytes ? Said.Size(bytes) : "a size I do not know";
        slots["near"] = SpokenList.Join([.. facts.Near.Take(2).Select(file => SpokenList.Quoted(file.Name))], "or");
        if (facts.Files.Count == 0)
            return;

        var extreme = Situations.Extreme(facts.Intent, intent.Query.Order);
        var first = facts.Files[0];
        var named = facts.Files.Take(Situations.Named).ToList();
        var values = new FileValues(facts.Folders, clock);
        slots["first"] = SpokenList.Quoted(first.Name);
        slots["first-size"] = Said.Size(first.Bytes);
        slots["first-day"] = AsOf.On(first.Modified, clock);
        slots["first-place"] = values.Place(first);
        slots["best"] = extreme ?? "first";
        slots["value"] = values.Best(first, extreme, intent.Aspect);
        slots["names"] = SpokenList.Join([.. named.Select(file => SpokenList.Quoted(file.Name))], "and");
        slots["others"] = values.List(named.Skip(1), extreme, intent.Aspect);
        slots["all-valued"] = values.List(named, extreme, intent.Aspect);
    }

    private static string Arc(string arc)
    {
        var words = arc.Length == 0 ? "companion" : Display.Line(arc).Replace('-', ' ');
        return ("aeiou".Contains(char.ToLower(words[0], CultureInfo.InvariantCulture), StringComparison.Ordinal) ? "an " : "a ") + words;
    }

    private static string Corrected(string corrected) => corrected.Split(" -> ") is [var wrong, var right]
        ? $"{SpokenList.Quoted(right)}, where you wrote {SpokenList.Quoted(wrong)}"
        : SpokenList.Quoted(corrected);
}
