using System.CommandLine;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
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
        var keepAlive = Common.KeepAlive();
        var command = new Command("chat", "Talk with your buddy.") { buddy, brain, keepAlive };
        command.SetAction((parse, cancellationToken) => RunAsync(
            session, parse.GetValue(buddy), cancellationToken, parse.GetValue(brain), parse.GetValue(keepAlive)));
        return command;
    }

    public static async Task<int> RunAsync(Session session, string? buddy, CancellationToken cancellationToken, string? brain = null, KeepAlive? keepAlive = null)
    {
        var (host, terminal) = (session.Host, session.Terminal);
        using (var progress = new ScanProgressLine(terminal, session.Clock))
            await host.PrepareAsync([], progress, cancellationToken);
        using (var percent = new PercentLine(terminal, "Checking the brain"))
            await host.Choice.SettleAsync(brain, percent, cancellationToken);
        var talk = host.Buddy(buddy);
        session.SayNotes();
        terminal.Note($"{talk.Name} is here. /? for help, /bye to leave.");

        await using var staying = host.Stay();
        session.Interrupt.BeginTalk();
        var catchingUp = Task.CompletedTask;
        while (true)
        {
            if (terminal.InputIsTerminal)
                terminal.Err.Write("> ");
            var line = await terminal.Input.ReadLineAsync(CancellationToken.None);
            await catchingUp;
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
                    var folders = await ReplyAsync(session, talk, new Question(question) { KeepAlive = keepAlive });
                    // While the user reads and types.
                    catchingUp = host.CatchUpAsync(folders, Common.CatchUpBudget, CancellationToken.None);
                    continue;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ReplyAsync(Session session, Buddy buddy, Question question)
    {
        var askedAt = session.Clock.GetTimestamp();
        IReadOnlyList<string> folders = [];
        // A reply that Ctrl-C stopped has said so on the screen; the talk goes on.
        await session.Interrupt.RunReplyAsync(async token =>
        {
            // Folders may have been added or removed elsewhere since the last question.
            using (var progress = new ScanProgressLine(session.Terminal, session.Clock))
                folders = await session.Host.PrepareAsync([], progress, token);
            await Common.DrawReplyAsync(session, buddy, question with { Folders = folders, AskedAt = askedAt }, token);
        });
        session.SayNotes();
        return folders;
    }
}
