using System.Globalization;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>The voice without a brain: true for every shape of facts, in the buddy's own manner. Its phrases stand in the language folder.</summary>
public sealed class RulesVoice(TimeProvider clock)
{
    private readonly ReplySlots _slots = new(clock);

    /// <summary>The same words for the same input; another <paramref name="turn"/> gives another phrasing.</summary>
    /// <param name="turn">How many replies the talk had before.</param>
    public string Say(Intent intent, Facts facts, Personality personality, Mood mood, int turn)
    {
        var situation = Situations.Of(intent, facts, mood);
        var slots = _slots.Of(intent, facts, personality, mood, turn);
        var about = string.Join('|', situation, intent.Kind, Situations.IsOfFiles(situation) ? null : facts.AsOf.ToString("yyyy-MM-dd HH", CultureInfo.InvariantCulture), intent.Query.Order, facts.Bytes, facts.Corrected, slots.GetValueOrDefault("files"));
        var wording = new Wording(personality, about, turn, slots);
        var manner = new Manner(personality, situation, mood, _slots.IsHourOf(personality), turn);

        List<string> said = [.. Before(wording, slots)];
        var sections = Situations.Sections(situation);
        if (wording.IsAgain(sections[0]))
            said.Add(wording.InterjectAgain(Situations.IsOfFiles(situation) ? "Again" : "Ah", sections[0]));
        // A character speaks for itself; before a phrase of everybody it clears its throat.
        else if (manner.Opener is { } opener && !wording.IsOwn(sections[0]))
            said.Add(wording.Interject(opener));
        said.AddRange(sections.Concat(Health(situation, facts, slots)).Select(section => wording.Say(section)));
        said.AddRange(Behind(wording, slots, situation));
        var warns = Warns(slots, situation);
        said.AddRange(manner.Remarks().Where(remark => Fits(remark.Section)).Select(remark => wording.Say(remark.Section, remark.Every)));
        if (manner.Favourite is { } every)
            said.Add(wording.Favourite(every));
        if (manner.AskBack is { } question && !said[^1].EndsWith('?'))
            said.Add(wording.Say(question, Manner.Often));
        return string.Join(' ', said);

        bool Fits(string remark) => remark switch
        {
            // Said already.
            "Aside" => !warns || slots["away"] != slots["because"],
            "Cure" => slots.ContainsKey("cure"),
            _ => true,
        };
    }

    /// <summary>Sentences that stand before and behind the words of a voice that was not told what they say.</summary>
    internal (string Before, string Behind) Around(Intent intent, Facts facts, Personality personality, Mood mood, int turn)
    {
        var situation = Situations.Of(intent, facts, mood);
        var slots = _slots.Of(intent, facts, personality, mood, turn);
        var wording = new Wording(personality, situation.ToString(), turn, slots);
        return (string.Join(' ', Before(wording, slots)), string.Join(' ', Behind(wording, slots, situation)));
    }

    private static IEnumerable<string> Before(Wording wording, Dictionary<string, string> slots)
    {
        if (slots.ContainsKey("right"))
            yield return wording.Say("Corrected");
        if (slots.ContainsKey("mentioned"))
            yield return wording.Say("Mentioned");
        if (slots.ContainsKey("named"))
            yield return wording.Say("Named");
    }

    private static IEnumerable<string> Behind(Wording wording, Dictionary<string, string> slots, Situation situation)
    {
        if (situation is not (Situation.WentFiles or Situation.NoneGone) && slots.GetValueOrDefault("gone") is { Length: > 0 })
            yield return wording.Say("AlsoGone");
        if (situation is Situation.NoDuplicates or Situation.NoVersions or Situation.NoStale or Situation.NoTidy && slots.ContainsKey("limited"))
            yield return wording.Say("Limited");
        if (slots.ContainsKey("as-of"))
            yield return wording.Say("AsOf");
        if (Warns(slots, situation))
            yield return wording.Say("Mind");
    }

    private static bool Warns(Dictionary<string, string> slots, Situation situation) =>
        slots.ContainsKey("away") && situation is not Situation.NoFolder && Situations.IsOfFiles(situation);

    // What is wrong, all of it, and what would help.
    private static IEnumerable<string> Health(Situation situation, Facts facts, Dictionary<string, string> slots)
    {
        if (situation is not (Situation.Status or Situation.StatusWithoutDisk or Situation.MoodAlone or Situation.Unwell))
            yield break;
        if (slots.ContainsKey("cure"))
            yield return "Cure";
        if (slots.ContainsKey("also"))
            yield return "Also";
        if (facts.Health is { } health)
            yield return health.Brain is null ? "Brainless" : "Thinking";
    }
}
