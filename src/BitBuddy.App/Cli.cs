using System.CommandLine;
using System.CommandLine.Help;
using BitBuddy.App.Commands;

namespace BitBuddy.App;

/// <summary>The command line: the list of verbs, and what becomes of their errors.</summary>
internal static class Cli
{
    /// <summary>Runs one command line; the result is the exit code.</summary>
    public static async Task<int> RunAsync(Session session, CancellationToken cancellationToken)
    {
        var root = Root(session);
        // "@name" is a word of the user, never a file of words to read.
        var parse = root.Parse(session.Arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0 && parse.Action is not HelpAction)
        {
            session.Terminal.Note($"{parse.Errors[0].Message} See `bitbuddy --help`.");
            return (int)ExitCode.Usage;
        }

        try
        {
            return await parse.InvokeAsync(Settings(session), cancellationToken);
        }
        catch (BuddyException e)
        {
            session.Terminal.Note(e.Message);
            return (int)e.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Terminal.Note("Stopped; what was done so far is kept.");
            return (int)ExitCode.Interrupted;
        }
    }

    private static RootCommand Root(Session session)
    {
        var root = new RootCommand("Bit Buddy: a companion that knows the files on this computer. Nothing leaves it.")
        {
            AskCommand.Create(session),
            ChatCommand.Create(session),
            FindCommand.Create(session),
            OpenCommand.Create(session),
            OpenCommand.CreateReveal(session),
            FoldersCommand.Create(session),
            IndexCommand.Create(session),
            BuddyCommand.Create(session),
            BrainCommand.Create(session),
            FilesCommand.Create(session),
            UsageCommand.Create(session),
            ConfigCommand.Create(session),
            StatusCommand.Create(session),
            DoctorCommand.Create(session),
            BenchCommand.Create(session),
            CompletionsCommand.Create(session),
        };
        // Where paths begin with a slash they are no options.
        if (!OperatingSystem.IsWindows() && root.Options.OfType<HelpOption>().FirstOrDefault() is { } help)
            _ = help.Aliases.Remove("/h") | help.Aliases.Remove("/?");
        AppVersion.Replace(root, session);
        TalkCommand.Add(root, session);
        return root;
    }

    private static InvocationConfiguration Settings(Session session) => new()
    {
        Output = session.Terminal.Out,
        Error = session.Terminal.Err,
        EnableDefaultExceptionHandler = false,
        // Ctrl-C is the caller's: it stops a reply in chat and the command elsewhere.
        ProcessTerminationTimeout = null,
    };
}
