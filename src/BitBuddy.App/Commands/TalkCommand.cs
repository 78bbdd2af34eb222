using System.CommandLine;
using BitBuddy.App.Editing;
using BitBuddy.App.Screens;

namespace BitBuddy.App.Commands;

/// <summary><c>bitbuddy</c> without a verb: a talk, after what is left of the first run.</summary>
internal static class TalkCommand
{
    public static void Add(RootCommand root, Session session)
    {
        var yes = new Option<bool>("--yes") { Description = "Ask nothing on the first run: take what is recommended." };
        root.Add(yes);
        root.SetAction((parse, cancellationToken) => RunAsync(session, parse.GetValue(yes), cancellationToken));
    }

    private static async Task<int> RunAsync(Session session, bool yes, CancellationToken cancellationToken)
    {
        var (run, terminal) = (new FirstRun(session.Host), session.Terminal);
        var asks = terminal is { InputIsTerminal: true, ErrorIsTerminal: true };
        // In a pipe nobody can answer.
        if (!run.IsNeeded || !(asks || yes))
            return await ChatCommand.RunAsync(session, buddy: null, cancellationToken);

        using var keyboard = Keyboard.Of(terminal);
        if (asks)
            session.Interrupt.BeginTalk(keyboard is null ? null : keyboard.Interrupt);
        using (var screen = new FirstRunScreen(session, ChatCommand.LinesOf(terminal, keyboard)))
        {
            if (!await screen.DrawAsync(run, yes))
                return (int)ExitCode.Interrupted;
        }

        session.SayNotes();
        session.Interrupt.EndTalk();
        return await ChatCommand.RunAsync(session, buddy: null, cancellationToken, keyboard: keyboard);
    }
}
