using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.App.Commands;

/// <summary><c>find WORDS...</c>: the facts alone, no voice.</summary>
internal static class FindCommand
{
    public static Command Create(Session session)
    {
        var words = Common.Words(session, "words", "Words of the name, kinds, times, sizes, places.");
        var folder = Common.Folder();
        var limit = new Option<int>("--limit") { Description = "How many files to list.", DefaultValueFactory = _ => 100, HelpName = "100" };
        var json = Common.Json();
        var command = new Command("find", "Find files; prints the facts alone.") { words, folder, limit, json };
        command.SetAction((parse, cancellationToken) => RunAsync(
            session,
            new Question(string.Join(' ', parse.GetValue(words) ?? [])) { Limit = parse.GetValue(limit), AskedAt = session.StartedAt },
            parse.GetValue(folder) ?? [], parse.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Session session, Question question, string[] folders, bool json, CancellationToken cancellationToken)
    {
        question.Check();
        using (var progress = new ScanProgressLine(session.Terminal, session.Clock))
            question = question with { Folders = await session.Host.PrepareAsync(folders, progress, cancellationToken, session.Host.ChosenBuddy(null)?.Name) };
        session.SayNotes();
        if (question.Folders.Count == 0)
            throw new BuddyException("No folder is known yet; name one with `bitbuddy folders add DIR`.", ExitCode.NotFound);
        var looking = new InsightProgressLine(session.Terminal, session.Clock);
        var facts = await session.Host.FindAsync(question with { Progress = looking }, cancellationToken);
        looking.Clear();
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(FactsJson.Of(facts)));
        else if (session.Terminal.OutputIsTerminal || facts.Files.Count == 0)
            FactsCard.Draw(session.Terminal, facts, session.Clock);
        else
            SayPaths(session.Terminal, facts);
        return (int)(facts.Count > 0 ? ExitCode.Ok : ExitCode.NotFound);
    }

    // An empty line between groups.
    private static void SayPaths(Terminal terminal, Facts facts)
    {
        IReadOnlyList<IReadOnlyList<FileEntry>> groups = facts.Insight is { Groups.Count: > 0 } insight ? [.. insight.Groups.Select(group => group.Files)] : [facts.Files];
        foreach (var (at, files) in groups.Index())
        {
            if (at > 0)
                terminal.Say("");
            foreach (var file in files)
                terminal.Say(file.Path);
        }
    }
}
