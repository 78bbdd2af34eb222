using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Files.Contents;

namespace BitBuddy.App.Commands;

/// <summary><c>index</c>: look through all known folders now.</summary>
internal static class IndexCommand
{
    public static Command Create(Session session)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Begin the index anew." };
        var json = Common.Json();
        var problems = new Option<bool>("--problems") { Description = "Only list the files whose contents could not be read, and why." };
        var names = new Option<bool>("--names") { Description = "Names, sizes and dates alone; contents are read later." };
        var command = new Command("index", "Look through all known folders now, then read what stands in the files.") { rebuild, problems, names, json };
        command.SetAction((parse, cancellationToken) => parse.GetValue(problems)
            ? Task.FromResult(ListProblems(session, parse.GetValue(json)))
            : RunAsync(session, parse.GetValue(rebuild), parse.GetValue(names), parse.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Session session, bool rebuild, bool names, bool json, CancellationToken cancellationToken)
    {
        var host = session.Host;
        var folders = host.Folders.List();
        ScanResult total;
        using (var progress = new ScanProgressLine(session.Terminal, session.Clock))
            total = await host.ScanAllAsync(rebuild, progress, cancellationToken);
        var contents = names ? null : await ReadAsync(session, cancellationToken);
        if (contents is { IsElsewhere: true })
            host.Notes.Add("Another Bit Buddy is reading what stands in your files, so I left that to it.");
        var notes = host.Notes.Take();
        foreach (var note in notes)
            session.Terminal.Note(note);
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(new ScanJson(
                folders, total.Files, total.Folders, total.Added, total.Changed, total.Removed, total.Skipped, Math.Round(total.Seconds, 3), notes, ContentsJson.Of(contents))));
        else if (folders.Count == 0)
            session.Terminal.Say("No folder is known yet; name one with `bitbuddy folders add DIR`.");
        else
            session.Terminal.Say($"{Said.Count(total.Files, "file", "files")} in {Said.Count(total.Folders, "folder", "folders")}: "
                + $"{Said.Number(total.Added)} new, {Said.Number(total.Changed)} changed, {Said.Number(total.Removed)} gone, "
                + $"{Said.Number(total.Skipped)} skipped, in {total.Seconds:0.0} s.");
        if (!json && contents is { } read && read.Read + read.Nothing + read.Failed > 0)
        {
            session.Terminal.Say($"Read what stands in {Said.Count(read.Read, "file", "files")} in {read.Seconds:0.0} s; {Said.Number(read.Nothing)} hold no text."
                + (read.Failed > 0 ? $" {Said.Count(read.Failed, "file", "files")} could not be read: `bitbuddy index --problems` says why." : ""));
        }

        return (int)ExitCode.Ok;
    }

    private static async Task<ContentsResult?> ReadAsync(Session session, CancellationToken cancellationToken)
    {
        if (session.Host.Folders.List().Count == 0)
            return null;
        using var progress = new ContentsProgressLine(session.Terminal, session.Clock);
        return await session.Host.Contents.ReadAsync(progress, cancellationToken);
    }

    private static int ListProblems(Session session, bool json)
    {
        var problems = session.Host.Contents.Problems();
        session.SayNotes();
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(ProblemsJson.Of(problems)));
        else if (problems.Count == 0)
            session.Terminal.Note("Every file that was opened could be read.");
        foreach (var problem in json ? [] : problems)
            session.Terminal.Say($"{problem.Path}  {problem.Why}");
        return (int)ExitCode.Ok;
    }
}
