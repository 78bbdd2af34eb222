using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.App.Commands;

/// <summary><c>index</c>: look through all known folders now.</summary>
internal static class IndexCommand
{
    public static Command Create(Session session)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Begin the index anew." };
        var json = Common.Json();
        var command = new Command("index", "Look through all known folders now.") { rebuild, json };
        command.SetAction((parse, cancellationToken) => RunAsync(session, parse.GetValue(rebuild), parse.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Session session, bool rebuild, bool json, CancellationToken cancellationToken)
    {
        var host = session.Host;
        var folders = host.Folders.List();
        if (rebuild)
            foreach (var folder in folders)
                host.Index.Forget(folder);
        var total = new ScanResult(0, 0, 0, 0, 0, 0, 0);
        using (var progress = new ScanProgressLine(session.Terminal, session.Clock))
            foreach (var folder in folders)
                total = Sum(total, await host.RescanAsync(folder, progress, cancellationToken));
        var notes = host.Notes.Take();
        foreach (var note in notes)
            session.Terminal.Note(note);
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(new ScanJson(
                folders, total.Files, total.Folders, total.Added, total.Changed, total.Removed, total.Skipped, Math.Round(total.Seconds, 3), notes)));
        else if (folders.Count == 0)
            session.Terminal.Say("No folder is known yet; name one with `bitbuddy folders add DIR`.");
        else
            session.Terminal.Say($"{Said.Count(total.Files, "file", "files")} in {Said.Count(total.Folders, "folder", "folders")}: "
                + $"{Said.Number(total.Added)} new, {Said.Number(total.Changed)} changed, {Said.Number(total.Removed)} gone, "
                + $"{Said.Number(total.Skipped)} skipped, in {total.Seconds:0.0} s.");
        return (int)ExitCode.Ok;
    }

    private static ScanResult Sum(ScanResult a, ScanResult b) => new(
        a.Files + b.Files, a.Folders + b.Folders, a.Added + b.Added, a.Changed + b.Changed, a.Removed + b.Removed, a.Skipped + b.Skipped, a.Seconds + b.Seconds);
}
