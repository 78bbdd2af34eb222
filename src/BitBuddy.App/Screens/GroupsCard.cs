using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.App.Screens;

/// <summary>Groups of files as a card: what all of it comes to, then each group with its files, numbered through.</summary>
internal static class GroupsCard
{
    public static void Draw(Terminal terminal, Facts facts, Insight insight, TimeProvider clock)
    {
        var asOf = AsOf.Of(facts, clock) is { } moment ? $" (as of {moment})" : "";
        terminal.Say(Total(facts, insight) + asOf);
        var number = 1;
        foreach (var group in insight.Groups)
        {
            terminal.Say("  " + Head(group, insight, clock));
            FactsCard.DrawRows(terminal, group.Files, clock, number);
            foreach (var (at, change) in group.Changes.Index())
            {
                if (change is not null)
                    terminal.Say($"      {number + at} against {number + at + 1}: {Said.Count(change.Added, "line", "lines")} new, {Said.Number(change.Removed)} gone");
            }

            if (group.Count > group.Files.Count)
                terminal.Say($"      … and {Said.Number(group.Count - group.Files.Count)} more");
            number += group.Files.Count;
        }

        if (insight.GroupCount > insight.Groups.Count)
            terminal.Say($"  … and {Said.Count(insight.GroupCount.Value - insight.Groups.Count, "more group", "more groups")}");
    }

    private static string Total(Facts facts, Insight insight) => facts.Intent switch
    {
        IntentKind.Duplicates => $"{Said.Count(insight.GroupCount ?? 0, "file", "files")} with copies, {Said.Number(facts.Count ?? 0)} in all; {Said.Size(insight.Wasted ?? 0)} in copies",
        IntentKind.Versions => $"{Said.Count(insight.GroupCount ?? 0, "file", "files")} in several versions, {Said.Number(facts.Count ?? 0)} in all; {Said.Size(insight.Wasted ?? 0)} in older versions",
        _ => $"Worth tidying: {Said.Count(facts.Count ?? 0, "file", "files")}, {Said.Size(facts.Bytes ?? 0)}. Nothing was moved.",
    };

    private static string Head(FileGroup group, Insight insight, TimeProvider clock) => group.What switch
    {
        GroupKind.Duplicates when group.Wasted == group.Bytes => $"Copies that could go: {Said.Count(group.Count, "file", "files")}, {Said.Size(group.Bytes)}",
        GroupKind.Duplicates => $"{Said.Number(group.Count)} the same, {Said.Size(group.Wasted)} in copies",
        GroupKind.Versions => $"{Said.Number(group.Count)} versions, the newest first",
        GroupKind.OldVersions => $"Older versions: {Said.Count(group.Count, "file", "files")}, {Said.Size(group.Bytes)}",
        GroupKind.Stale => $"Not changed{(insight.OpeningIsKnown ? " or opened" : "")} since {Said.Day(insight.Since ?? default, clock)}: {Said.Count(group.Count, "file", "files")}, {Said.Size(group.Bytes)}",
        _ => $"In Downloads: {Said.Count(group.Count, Said.Noun(group.Kind ?? FileKind.Other).One, Said.Noun(group.Kind ?? FileKind.Other).Many)}, {Said.Size(group.Bytes)}",
    };
}
