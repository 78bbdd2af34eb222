using BitBuddy.Conversation;
using BitBuddy.Files;
using Spectre.Console;

namespace BitBuddy.App.Screens;

/// <summary>The true answer as a card: one line of totals, then the files.</summary>
internal static class FactsCard
{
    public static void Draw(Terminal terminal, Facts facts, TimeProvider clock)
    {
        if (facts.Corrected is { } corrected)
            terminal.Say($"(read as {corrected})");
        if (facts.IsMentioned)
            terminal.Say("(no name matches; the texts of these do)");
        if (facts.IsNamed)
            terminal.Say("(no file is of that time; these have it in their names)");
        if (facts.Health is { } health)
            terminal.Say($"{Said.Count(health.Files, "file", "files")} in {Said.Count(health.Folders, "folder", "folders")}, "
                + $"{Said.Size(health.Bytes)}; {Said.Size(health.DiskFree)} of {Said.Size(health.DiskTotal)} free");
        else if (facts is { Count: > 0, Insight: { GroupCount: not null } insight })
            GroupsCard.Draw(terminal, facts, insight, clock);
        else if (facts is { Count: { } went, Gone.Count: > 0, Files.Count: 0 })
            terminal.Say($"{Said.Count(went, "file", "files")}, {Said.Size(facts.Bytes ?? 0)}, no longer there");
        else if (facts.Count is { } count)
            DrawFiles(terminal, facts, count, clock);
        foreach (var gone in facts.Gone)
            terminal.Say($"  gone: {Display.Line(gone.Path)}  {Said.Size(gone.Bytes)}  noticed {Said.Day(gone.Noticed, clock)}");
    }

    private static void DrawFiles(Terminal terminal, Facts facts, long count, TimeProvider clock)
    {
        var asOf = AsOf.Of(facts, clock) is { } moment ? $" (as of {moment})" : "";
        terminal.Say($"{Said.Count(count, "file", "files")}, {Said.Size(facts.Bytes ?? 0)}{asOf}");
        if (facts.Insight?.Since is { } since)
            terminal.Say($"  not changed{(facts.Insight.OpeningIsKnown ? " or opened" : "")} since {Said.Day(since, clock)}");
        if (facts.Insight?.Changes is { } changes)
            terminal.Say($"  {Said.Number(changes.Added)} made since then, {Said.Number(changes.Changed)} older and changed");
        DrawRows(terminal, facts.Files, clock);
        if (count > facts.Files.Count && facts.Files.Count > 0)
            terminal.Say($"  … and {Said.Number(count - facts.Files.Count)} more");
        foreach (var sentence in facts.Sentences)
            terminal.Say($"  “{sentence.Text}”{(SentencePlace.Of(sentence, facts.Files[0].Name) is { } place ? $"  ({place})" : "")}");
        if (facts.Near.Count == 0)
            return;
        terminal.Say("Near misses:");
        DrawRows(terminal, facts.Near, clock);
    }

    /// <summary>Files with their numbers, which begin with <paramref name="first"/>.</summary>
    internal static void DrawRows(Terminal terminal, IReadOnlyList<FileEntry> files, TimeProvider clock, int first = 1)
    {
        if (files.Count == 0)
            return;
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 1, 0), Alignment = Justify.Right });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        for (var i = 0; i < files.Count; i++)
        {
            grid.AddRow(
                Data($"{first + i}"), Data(files[i].Name), Data(Said.Size(files[i].Bytes)), Data(Said.Day(files[i].Modified, clock)),
                Data(Path.GetDirectoryName(files[i].Path) ?? ""));
        }

        terminal.Screen.Write(grid);
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].Snippet is { } snippet)
                terminal.Say($"  {i + 1}: {snippet}");
        }
    }

    // Text, never Markup: a name is data.
    private static Text Data(string text) => new(Display.Line(text));
}
