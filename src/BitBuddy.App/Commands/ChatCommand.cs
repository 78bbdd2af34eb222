using System.CommandLine;
using BitBuddy.App.Screens;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>chat</c>: a talk, line by line; Ctrl-C stops the reply and not the program.</summary>
internal static class ChatCommand
{
    private const string Help = "Ask about your files in plain words. /mood: how I am. /bye: leave. Ctrl-C stops a reply.";

    public static Command Create(Session session)
    {
        var buddy = Common.Buddy();
        var brain = Common.Brain();
        var command = new Command("chat", "Talk with your buddy.") { buddy, brain };
        command.SetAction((parse, cancellationToken) => RunAsync(session, parse.GetValue(buddy), cancellationToken, parse.GetValue(brain)));
        return command;
    }

    public static async Task<int> RunAsync(Session session, string? buddy, CancellationToken cancellationToken, string? brain = null)
    {
        var (host, terminal) = (session.Host, session.Terminal);
        IReadOnlyList<string> folders;
        using (var progress = new ScanProgressLine(terminal, session.Clock))
            folders = await host.PrepareAsync([], progress, cancellationToken);
        using (var percent = new PercentLine(terminal, "Checking the brain"))
            await host.Choice.SettleAsync(brain, percent, cancellationToken);
        var talk = host.Buddy(buddy);
        session.SayNotes();
        terminal.Note($"{talk.Name} is here. /? for help, /bye to leave.");

        await using var staying = host.Stay();
        session.Interrupt.BeginTalk();
        while (true)
        {
            if (terminal.InputIsTerminal)
                terminal.Err.Write("> ");
            var line = await terminal.Input.ReadLineAsync(CancellationToken.None);
            switch (line?.Trim())
            {
                case null or "/bye" or "/exit" or "/quit":
                    terminal.Note("Bye!");
                    return (int)ExitCode.Ok;
                case "":
                    continue;
                case "/?" or "/help":
                    terminal.Say(Help);
                    continue;
                case "/mood":
                    var mood = host.Health().Mood;
                    terminal.Say($"{talk.Personality.MoodIndicators.Of(mood.State)}: {mood.Because}");
                    continue;
                case ['/', ..] command:
                    terminal.Say($"I do not know {command}. {Help}");
                    continue;
                case var question:
                    await ReplyAsync(session, talk, new Question(question) { Folders = folders, AskedAt = session.Clock.GetTimestamp() });
                    continue;
            }
        }
    }

    private static async Task ReplyAsync(Session session, Buddy buddy, Question question)
    {
        // A reply that Ctrl-C stopped has said so on the screen; the talk goes on.
        await session.Interrupt.RunReplyAsync(token =>
            new ReplyScreen(session.Terminal, buddy.Name, session.Clock).DrawAsync(buddy.AskAsync(question, token)));
        session.SayNotes();
    }
}
