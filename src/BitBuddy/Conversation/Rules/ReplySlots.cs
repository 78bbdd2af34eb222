using System.Globalization;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>What the slots of phrases are filled with: the facts as people say them. A slot that has no fact is not there.</summary>
internal sealed class ReplySlots(TimeProvider clock)
{
    private const string AddFolder = "`bitbuddy folders add DIR`";

    public Dictionary<string, string> Of(Intent intent, Facts facts, Personality personality, Mood mood, int turn)
    {
        var slots = new Dictionary<string, string>
        {
            ["name"] = Display.Line(personality.Name),
            ["hello"] = Part() switch { "morning" => "Good morning", "afternoon" => "Good afternoon", _ => "Good evening" },
            ["goodbye"] = Part() == "night" ? "Good night" : "Goodbye",
            ["time"] = Local(facts.AsOf).ToString("HH:mm", CultureInfo.InvariantCulture),
            ["today"] = Local(facts.AsOf).ToString("dddd, d MMMM", CultureInfo.InvariantCulture),
            ["add-folder"] = AddFolder,
            ["skill"] = PhraseFile.Common[$"skill {facts.Intent}"] is [var skill, ..] ? skill : "do that",
        };
        Arc(slots, personality.NarrativeArc);
        Feeling(slots, personality, mood);
        if (facts.Health is { } health)
            Health(slots, health);
        if (facts.Count is { } count)
            Matches(slots, count, intent, facts, turn);
        if (facts.Insight is { } insight)
            InsightSlots.Add(slots, facts, insight, clock);
        if (facts.Sentences.Count > 0)
            slots["gist"] = string.Join("; ", facts.Sentences.Take(Situations.Named).Select(sentence => Quoted(sentence, facts.Files[0].Name)));
        if (facts.Wordless is { } why)
            slots["why"] = why;
        if (facts.Corrected?.Split(" -> ") is [var wrong, var right])
            (slots["wrong"], slots["right"]) = (SpokenList.Quoted(wrong), SpokenList.Quoted(right));
        if (facts.IsMentioned)
            slots["mentioned"] = SpokenList.Join([.. intent.Query.Inside.Select(SpokenList.Quoted)], "and");
        if (facts.GoneCount is { } gone)
        {
            slots["gone-files"] = Said.Count(gone, "file", "files");
            slots["gone"] = SpokenList.Join([.. facts.Gone.Take(Situations.Named).Select(file => SpokenList.Quoted(file.Name)), .. gone > Situations.Named ? (string[])[$"{Said.Number(gone - Situations.Named)} more"] : []], "and");
        }

        if (facts.IsNamed)
            slots["named"] = SpokenList.Quoted(string.Join(' ', intent.Query.Words));
        if (AsOf.Of(facts, clock) is { } asOf)
            slots["as-of"] = asOf;
        return slots;
    }

    private static string Quoted(FactSentence sentence, string name) =>
        $"“{Display.Line(sentence.Text).TrimEnd('.')}”{(SentencePlace.Of(sentence, name) is { } place ? $" ({place})" : "")}";

    /// <summary>It is the time of day the buddy likes best.</summary>
    public bool IsHourOf(Personality personality) => Part() == personality.Quirks.PreferredTime;

    private string Part() => clock.GetLocalNow().Hour switch
    {
        >= 5 and < 12 => "morning",
        >= 12 and < 18 => "afternoon",
        >= 18 and < 22 => "evening",
        _ => "night",
    };

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone);

    private static void Feeling(Dictionary<string, string> slots, Personality personality, Mood mood)
    {
        slots["mood"] = Display.Line(personality.MoodIndicators.Of(mood.State));
        slots["because"] = Clause(mood.Because);
        if (mood.Cure is { } cure)
            slots["cure"] = Clause(cure);
        if (mood.Causes.Count > 1)
            slots["also"] = SpokenList.Join([.. mood.Causes.Skip(1).Select(cause => Clause(cause.Because))], "and");
        if (mood.Causes.FirstOrDefault(cause => cause.Kind is CauseKind.FolderAway or CauseKind.FolderUnread) is { } away)
            slots["away"] = Clause(away.Because);
    }

    private static string Clause(string text) => Display.Line(text).TrimEnd('.', ' ');

    private static void Health(Dictionary<string, string> slots, Health health)
    {
        slots["all-files"] = Said.Count(health.Files, "file", "files");
        slots["all-size"] = Said.Size(health.Bytes);
        slots["all-folders"] = Said.Count(health.Folders, "folder", "folders");
        slots["disk-free"] = Said.Size(health.DiskFree);
        slots["disk-total"] = Said.Size(health.DiskTotal);
        if (health.Brain is { } brain)
            slots["brain"] = NameText.Shown(brain);
    }

    private void Matches(Dictionary<string, string> slots, long count, Intent intent, Facts facts, int turn)
    {
        var (one, many) = Asked.For(intent.Query, clock);
        slots["that"] = one;
        slots["those"] = many;
        // How long unused is no limit to what was looked at.
        var among = intent.Kind == IntentKind.Stale ? Asked.For(intent.Query with { Until = null }, clock).Many : many;
        if (among != Asked.For(FileQuery.Everything, clock).Many)
            slots["limited"] = among;
        slots["files"] = Said.Count(count, one, many);
        slots["are"] = count == 1 ? "is" : "are";
        slots["size"] = facts.Bytes is { } bytes ? Said.Size(bytes) : "a size I do not know";
        slots["near"] = SpokenList.Join([.. facts.Near.Take(2).Select(file => SpokenList.Quoted(file.Name))], "or");
        if (facts.Files.Count == 0)
            return;

        var changed = PhraseFile.Common["changed"];
        var extreme = Situations.Extreme(facts.Intent, intent.Query.Order);
        var first = facts.Files[0];
        var named = facts.Files.Take(Situations.Named).ToList();
        var values = new FileValues(facts.Folders, clock, changed[turn % changed.Count]);
        slots["file"] = SpokenList.Quoted(first.Name);
        slots["file-size"] = Said.Size(first.Bytes);
        slots["date"] = AsOf.On(first.Modified, clock);
        slots["day"] = Said.Day(first.Modified, clock);
        slots["folder"] = values.Place(first);
        slots["best"] = (intent.Query.Skip, intent.Query.Take) switch
        {
            (0, _) => extreme ?? "first",
            (var before, 1) => $"{NumberWords.Place(before + 1)} {extreme}",
            _ => "next " + extreme,
        };
        slots["value"] = values.Best(first, extreme, intent.Aspect);
        slots["others"] = values.List(named.Skip(1), extreme, intent.Aspect);
        slots["list"] = intent.Aspect == Aspect.Any ? SpokenList.Join([.. named.Select(file => SpokenList.Quoted(file.Name))], "and") : values.List(named, extreme, intent.Aspect);
    }

    private static void Arc(Dictionary<string, string> slots, string arc)
    {
        var words = arc.Length == 0 ? "companion" : Display.Line(arc).Replace('-', ' ');
        slots["arc-word"] = words;
        slots["arc"] = ("aeiou".Contains(char.ToLower(words[0], CultureInfo.InvariantCulture), StringComparison.Ordinal) ? "an " : "a ") + words;
    }
}
