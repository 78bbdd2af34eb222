using System.Text;
using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>The facts of one question as lines of data, behind it: all of them must be computed, so they are short.</summary>
internal static class PromptFacts
{
    /// <summary>How many files the voice is told of: a count needs no names, and of many the first is example enough.</summary>
    public static int Listed(Facts facts) => facts switch
    {
        { Intent: IntentKind.Count, Count: not 1 } => 0,
        { Files.Count: > PromptBudget.Files } => 1,
        _ => facts.Files.Count,
    };

    public static string Build(Facts facts, Aspect aspect, int listed, TimeProvider clock)
    {
        if (facts is { Intent: IntentKind.Largest or IntentKind.Newest, Count: 1, Corrected: null or "", Files: [var only, ..] } && listed > 0 && AsOf.Of(facts, clock) is null)
            return $"\nFacts: {PromptText.Quoted(only.Name)}{Detail(only, facts with { Count = null }, aspect, clock)}.";
        var text = new StringBuilder("\nFacts: ");
        if (facts.Count is { } count)
        {
            text.Append(count == 0 ? "nothing found" : Said.Count(count, "file", "files"));
            if (count > 0 && facts.Bytes is { } bytes)
                text.Append(", ").Append(Said.Size(bytes));
            if (AsOf.Of(facts, clock) is { } asOf)
                text.Append(", as of ").Append(asOf);
            text.Append(".\n");
        }

        if (facts.Corrected is { Length: > 0 } corrected)
            text.Append("Spelling put right: ").Append(PromptText.Quoted(corrected)).Append(".\n");
        foreach (var file in facts.Files.Take(listed))
            text.Append("- ").Append(PromptText.Quoted(file.Name)).Append(Detail(file, facts, aspect, clock)).Append('\n');
        if (facts.Count == 0 && facts.Near.Count > 0 && listed > 0)
            text.Append("Not found, but near: ").AppendJoin(", ", facts.Near.Take(2).Select(file => PromptText.Quoted(file.Name))).Append(".\n");
        if (facts.Health is { } health)
        {
            text.Append(Said.Count(health.Files, "file", "files")).Append(" known in ").Append(Said.Count(health.Folders, "folder", "folders"))
                .Append(", ").Append(Said.Size(health.Bytes)).Append(" in all.\n");
            if (health.DiskTotal > 0)
                text.Append("Disk: ").Append(Said.Size(health.DiskFree)).Append(" of ").Append(Said.Size(health.DiskTotal)).Append(" free.\n");
        }

        if (facts.Intent is IntentKind.Help or IntentKind.Unknown)
            text.Append("You can find, count and list files, and name the biggest and the newest; nothing else yet.\n");
        if (facts.Intent == IntentKind.Smalltalk)
            text.Append("none.\n");
        return text.ToString().TrimEnd('\n');
    }

    // What was asked of a file, and no more: each token costs.
    private static string Detail(FileEntry file, Facts facts, Aspect aspect, TimeProvider clock) => (aspect, facts.Intent) switch
    {
        (Aspect.Place, _) => $", in {PromptText.Quoted(PlaceText.Of(file, facts.Folders))}",
        (Aspect.Date, _) or (_, IntentKind.Newest) => $", changed {AsOf.On(file.Modified, clock)}",
        // One file's size stands in the sum.
        (Aspect.Size, _) or (_, IntentKind.Largest) when facts.Count != 1 => $", {Said.Size(file.Bytes)}",
        _ => "",
    };
}
