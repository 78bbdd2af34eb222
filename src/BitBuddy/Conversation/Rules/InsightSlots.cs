using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>The slots of what was found out beyond finding files.</summary>
internal static class InsightSlots
{
    public static void Add(Dictionary<string, string> slots, Facts facts, Insight insight, TimeProvider clock)
    {
        if (insight is { GroupCount: { } groups, Wasted: { } wasted })
        {
            slots["sets"] = Said.Count(groups, "set", "sets");
            slots["copies"] = Said.Count((facts.Count ?? 0) - groups, "copy", "copies");
            slots["versions"] = Said.Count(facts.Count ?? 0, "version", "versions");
            slots["spare"] = Said.Size(wasted);
            slots["parts"] = SpokenList.Join([.. insight.Groups.Select(group => Part(group, insight, clock))], "and");
        }

        if (insight.Since is { } since)
        {
            slots["since"] = Said.Day(since, clock);
            slots["unused"] = Unused(insight);
        }

        if (insight.Changes is { } changes)
            (slots["added"], slots["edited"]) = (Said.Number(changes.Added), Said.Number(changes.Changed));
    }

    /// <summary>"4 copies (2 MB)", "12 files that stayed unchanged since 17 June 2025 (30 MB)", "31 downloaded pictures (90 MB)".</summary>
    private static string Part(FileGroup group, Insight insight, TimeProvider clock)
    {
        var (one, many) = Said.Noun(group.Kind ?? FileKind.Other);
        var what = group.What switch
        {
            GroupKind.Duplicates => Said.Count(group.Count, "copy", "copies"),
            GroupKind.OldVersions => Said.Count(group.Count, "outdated version", "outdated versions"),
            GroupKind.Stale => $"{Said.Count(group.Count, "file", "files")} that {Unused(insight)} since {Said.Day(insight.Since ?? default, clock)}",
            _ => Said.Count(group.Count, "downloaded " + one, "downloaded " + many),
        };
        return $"{what} ({Said.Size(group.Bytes)})";
    }

    private static string Unused(Insight insight) => insight.OpeningIsKnown ? "stayed unchanged and unopened" : "stayed unchanged";
}
