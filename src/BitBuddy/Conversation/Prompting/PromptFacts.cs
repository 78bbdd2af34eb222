using System.Text;
using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>The facts of one question as lines of data, behind it: all of them must be computed, so they are short.</summary>
internal static class PromptFacts
{
    private const int SentenceLength = 200;

    /// <summary>How many files the voice is told of: a count needs no names, and of many the first is example enough.</summary>
    public static int Listed(Facts facts) => facts switch
    {
        { Sentences.Count: > 0 } => facts.Sentences.Count,
        { Intent: IntentKind.Count, Count: not 1 } => 0,
        { Files.Count: > PromptBudget.Files } => 1,
        _ => facts.Files.Count,
    };

    public static string Build(Facts facts, Aspect aspect, int listed, TimeProvider clock)
    {
        if (facts.Sentences.Count > 0)
            return $"\nFrom {PromptText.Quoted(facts.Files[0].Name)}: {string.Join(' ', facts.Sentences.Take(listed).Select(sentence => PromptText.Clean(sentence.Text, SentenceLength)))}";
        var text = new StringBuilder();
        if (Sum(facts, aspect, listed, clock) is { Length: > 0 } sum)
            text.Append('\n').Append(sum).Append('.');
        if (facts.Count == 0 && facts.Near.Count > 0 && listed > 0)
            text.Append(" Near: ").AppendJoin(", ", facts.Near.Take(2).Select(file => PromptText.Quoted(file.Name))).Append('.');
        if (facts.Corrected is { Length: > 0 } corrected)
            text.Append(" Spelling put right: ").Append(PromptText.Quoted(corrected)).Append('.');
        if (facts.Health is { } health)
        {
            text.Append('\n').Append(Said.Count(health.Files, "file", "files")).Append(" known in ").Append(Said.Count(health.Folders, "folder", "folders"))
                .Append(", ").Append(Said.Size(health.Bytes)).Append('.');
            if (health.DiskTotal > 0)
                text.Append(" Disk: ").Append(Said.Size(health.DiskFree)).Append(" of ").Append(Said.Size(health.DiskTotal)).Append(" free.");
        }

        if (facts.Intent is IntentKind.Help or IntentKind.Unknown)
            text.Append("\nYou can find, count and list files, and name the biggest and the newest; nothing else yet.");
        return text.ToString();
    }

    // How many, and which; of one that was asked for by its order, only which.
    private static string Sum(Facts facts, Aspect aspect, int listed, TimeProvider clock)
    {
        if (facts is { Count: > 0, Insight: { } insight } && OfInsight(facts, insight, clock) is { } told)
            return told + (AsOf.Of(facts, clock) is { } when ? $", as of {when}" : "");
        if (facts.Count is not { } count)
            return "";
        var names = string.Join(", ", facts.Files.Take(listed).Select(file => PromptText.Quoted(file.Name) + Detail(file, facts, aspect, clock)));
        var asOf = AsOf.Of(facts, clock) is { } moment ? $", as of {moment}" : "";
        if (count == 0)
            return "nothing found" + asOf;
        if (count == 1 && listed == 1 && facts.Intent is IntentKind.Largest or IntentKind.Newest)
            return names + asOf;
        var bytes = facts.Bytes is { } all && aspect == Aspect.Size ? $", {Said.Size(all)}" : "";
        return Said.Count(count, "file", "files") + bytes + asOf + (names.Length == 0 ? "" : count > listed ? ", first " + names : ": " + names);
    }

    private static string? OfInsight(Facts facts, Insight insight, TimeProvider clock)
    {
        var slots = new Dictionary<string, string>();
        InsightSlots.Add(slots, facts, insight, clock);
        var first = facts.Files.Count > 0 ? $", first {PromptText.Quoted(facts.Files[0].Name)}" : "";
        var files = Said.Count(facts.Count ?? 0, "file", "files");
        return facts.Intent switch
        {
            IntentKind.Duplicates => $"{slots["sets"]} of equal files, {slots["copies"]} too many, {slots["spare"]} to gain{first}",
            IntentKind.Versions => $"{slots["sets"]}, {slots["versions"]}, {slots["spare"]} in old ones{(facts.Files.Count > 0 ? $", newest of the first {PromptText.Quoted(facts.Files[0].Name)}" : "")}",
            IntentKind.Stale => $"{files} {slots["unused"]} since {slots["since"]}, {Said.Size(facts.Bytes ?? 0)}{first}",
            IntentKind.Tidy => $"worth tidying: {slots["parts"]}. You move nothing yet",
            _ when insight.Changes is not null => $"{files} changed: {slots["added"]} new, {slots["edited"]} older{first}",
            _ => null,
        };
    }

    // What was asked of a file, and no more: each token costs.
    private static string Detail(FileEntry file, Facts facts, Aspect aspect, TimeProvider clock) => (aspect, facts.Intent) switch
    {
        (Aspect.Place, _) => $" in {PromptText.Quoted(PlaceText.Of(file, facts.Folders))}",
        (Aspect.Date, _) or (_, IntentKind.Newest) => $" ({Said.Day(file.Modified, clock)})",
        (Aspect.Size, _) or (_, IntentKind.Largest) => $" ({Said.Size(file.Bytes)})",
        _ => "",
    };
}
