using System.CommandLine;
using BitBuddy.App.Editing;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>chat</c>: a talk, line by line; Ctrl-C stops the reply and not the program.</summary>
internal static class ChatCommand
{
    private const string Help = "Ask about your files in plain words, or tell me things: call me Sam, my thesis is in Uni/Thesis, never mention Private. "
        + "/open N, /reveal N: a file of the last list, or its folder. /mood: how I am. /bye: leave. Ctrl-C stops a reply.";

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

    /// <param name="keyboard">Where one is in use already; else one is made where there is a terminal.</param>
    public static async Task<int> RunAsync(
        Session session, string? buddy, CancellationToken cancellationToken, string? brain = null, KeepAlive? keepAlive = null, Keyboard? keyboard = null)
    {
        var (host, terminal) = (session.Host, session.Terminal);
        using (var progress = new ScanProgressLine(terminal, session.Clock))
            await host.PrepareAsync([], progress, cancellationToken, host.ChosenBuddy(buddy)?.Name);
        using (var percent = new PercentLine(terminal, "Checking the brain"))
            await host.Choice.SettleAsync(brain, percent, cancellationToken);
        var talk = host.Buddy(buddy);
        session.SayNotes();
        terminal.Note($"{talk.Name} is here. /? for help, /bye to leave.");

        await using var staying = host.Stay();
        using var own = keyboard is null ? Keyboard.Of(terminal) : null;
        keyboard ??= own;
        session.Interrupt.BeginTalk(keyboard is null ? null : keyboard.Interrupt);
        return (int)await TalkAsync(session, talk, host.ChosenBuddy(buddy)?.Name, keepAlive, LinesOf(terminal, keyboard));
    }

    /// <summary>Where lines come from: edited where there is a keyboard, else plain.</summary>
    public static ILines LinesOf(Terminal terminal, Keyboard? keyboard) =>
        keyboard is null ? new PlainLines(terminal) : new LineEditor(keyboard.Keys, terminal.Err, Keyboard.Width);

    private static async Task<ExitCode> TalkAsync(Session session, Buddy talk, string? name, KeepAlive? keepAlive, ILines lines)
    {
        var (host, terminal) = (session.Host, session.Terminal);
        var (catchingUp, stopCatchingUp) = (Task.CompletedTask, new CancellationTokenSource());
        while (true)
        {
            var line = await ReadAsync(talk, keepAlive, lines);
            var askedAt = session.Clock.GetTimestamp();
            await stopCatchingUp.CancelAsync();
            await catchingUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            switch (line)
            {
                case { End: LineEnd.Interrupt }:
                    return ExitCode.Interrupted;
                case { End: LineEnd.TooLong }:
                    terminal.Note($"That line has more than {LineBuffer.MostChars} characters and was not read; ask in fewer words.");
                    continue;
                case { End: LineEnd.EndOfInput } or { Text: "/bye" or "/exit" or "/quit" }:
                    terminal.Note("Bye!");
                    return ExitCode.Ok;
                case { Text: "" }:
                    continue;
                case { Text: "/?" or "/help" }:
                    terminal.Say(Help);
                    continue;
                case { Text: "/mood" }:
                    var mood = host.Health(name).Mood;
                    terminal.Say($"{talk.Personality.MoodIndicators.Of(mood.State)}: {mood.Because}");
                    continue;
                case { Text: var wished } when OpenWish.Read(wished) is { } wish:
                    await OpenAsync(session, wish);
                    continue;
                case { Text: ['/', ..] command }:
                    terminal.Say($"I do not know {command}. {Help}");
                    continue;
                case { Text: var question }:
                    var folders = await ReplyAsync(session, talk, name, new Question(question) { KeepAlive = keepAlive, AskedAt = askedAt });
                    // While the user reads and types.
                    stopCatchingUp = new CancellationTokenSource();
                    catchingUp = host.CatchUpAsync(folders, Common.CatchUpBudget, stopCatchingUp.Token);
                    continue;
            }
        }
    }

    private static Task<bool> OpenAsync(Session session, OpenWish wish) => session.Interrupt.RunReplyAsync(async token =>
    {
        try
        {
            await OpenCommand.RunAsync(session, wish, json: false, token);
        }
        catch (BuddyException e)
        {
            session.Terminal.Note(e.Message);
        }
    });

    /// <summary>A line, without spaces around it. The brain wakes while a question is being written; a command needs none.</summary>
    private static async Task<TypedLine> ReadAsync(Buddy talk, KeepAlive? keepAlive, ILines lines)
    {
        var leaving = new CancellationTokenSource();
        var ready = Task.CompletedTask;
        string? words = null;
        var line = await lines.ReadAsync(text =>
        {
            // At the first key, and again with each word that is whole.
            if (text is "" or ['/', ..] || Question.WholeWords(text) == words)
                return;
            words = Question.WholeWords(text);
            // Beside the keys, which never wait for it.
            ready = Task.WhenAll(ready, Task.Run(() => talk.GetReadyAsync(text, keepAlive, leaving.Token)));
        });
        line = line with { Text = line.Text.Trim() };
        // Nobody asks: waking ends here.
        if (line is not { End: LineEnd.Enter, Text.Length: > 0 })
        {
            await leaving.CancelAsync();
            await ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return line;
    }

    private static async Task<IReadOnlyList<string>> ReplyAsync(Session session, Buddy buddy, string? name, Question question)
    {
        IReadOnlyList<string> folders = [];
        // A reply that Ctrl-C stopped has said so on the screen; the talk goes on.
        await session.Interrupt.RunReplyAsync(async token =>
        {
            // Folders may have been added or removed elsewhere since the last question.
            using (var progress = new ScanProgressLine(session.Terminal, session.Clock))
                folders = await session.Host.PrepareAsync([], progress, token, name);
            await Common.DrawReplyAsync(session, buddy, question with { Folders = folders }, token);
        });
        session.SayNotes();
        return folders;
    }
}
