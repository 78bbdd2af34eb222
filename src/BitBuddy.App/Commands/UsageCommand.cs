using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.Conversation;
using BitBuddy.Usage;

namespace BitBuddy.App.Commands;

/// <summary><c>usage</c>: what is kept of how the files are used, shown and cleared.</summary>
internal static class UsageCommand
{
    private const int Shown = 10;

    public static Command Create(Session session)
    {
        var json = Common.Json();
        var command = new Command("usage", "What I have learnt of what matters to you: what was asked, sought and opened.") { json, Clear(session) };
        command.SetAction(parse =>
        {
            var usage = session.Host.Files.Usage.Show();
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(UsageJson.Of(usage)));
            else
                Draw(session, usage);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Draw(Session session, UsageReport usage)
    {
        var terminal = session.Terminal;
        if (usage is { Asked.Count: 0, Files.Count: 0, LastList.Count: 0 })
        {
            terminal.Say("Nothing was asked or opened yet.");
            return;
        }

        terminal.Say($"{Said.Count(usage.Asked.Count, "question", "questions")} and {Said.Count(usage.Files.Count, "file", "files")} are kept, in {session.Host.Home.UsageFile} alone.");
        if (usage.Asked.Count > 0)
            terminal.Say("Asked:");
        foreach (var asked in usage.Asked.Take(Shown))
            terminal.Say($"  {asked.Times,4} x  {Words.Of(asked.Intent)} {asked.Words}".TrimEnd());
        if (usage.Files.Count > 0)
            terminal.Say("Sought or opened:");
        foreach (var file in usage.Files.Take(Shown))
            terminal.Say($"  {file.Sought + file.Opened,4} x  {file.Path}");
        terminal.Say("`bitbuddy usage clear` forgets all of it; --json shows all of it.");
    }

    private static Command Clear(Session session)
    {
        var yes = Common.Yes();
        var command = new Command("clear", "Forget all of it, for good.") { yes };
        command.SetAction(parse =>
        {
            Common.Confirm(session, "What was asked, sought and opened is to be forgotten, for good?", parse.GetValue(yes));
            if (!session.Host.Files.Usage.Clear())
                throw new BuddyException($"{Display.Line(session.Host.Home.UsageFile)} cannot be written now, or another process is in the way; try again.");
            session.SayNotes();
            session.Terminal.Say("Forgotten.");
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
