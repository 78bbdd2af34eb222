using System.CommandLine;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>brain rm</c>: asks, forgets a brain, and deletes what Bit Buddy itself put there; also a download that was paused.</summary>
internal static class BrainRemoveCommand
{
    public static Command Create(Session session)
    {
        var id = new Argument<string>("id") { Description = "A name, a path, digits of its sha256, or hf.co/OWNER/REPO/FILE.gguf." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var command = new Command("rm", "Forget a brain; its file is deleted only where Bit Buddy downloaded or copied it.") { id, yes };
        command.SetAction((parse, cancellationToken) => RunAsync(session, parse.GetValue(id)!, parse.GetValue(yes), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string id, bool yes, CancellationToken cancellationToken)
    {
        if (HubFile.TryParse(id) is { } file && session.Host.Puller.Paused().FirstOrDefault(paused => paused.Is(file)) is { } paused)
            return Cancel(session, file, paused, yes);

        var brain = session.Host.Brains.Find(id);
        var isOurs = session.Host.Brains.IsOurs(brain);
        var what = isOurs && File.Exists(brain.Path)
            ? $"Delete {brain.Path}? That frees {Said.Size(brain.Bytes)}."
            : isOurs ? $"Forget {brain.Name}? Its file is gone already." : $"Forget {brain.Name}? Its file stays where it lies: {brain.Path}.";
        if (!yes && !Agrees(session, what))
            return Refused(session);
        var wasUsed = await session.Host.RemoveBrainAsync(brain, cancellationToken);
        session.SayNotes();
        session.Terminal.Say((isOurs ? $"{brain.Name} is gone; {Said.Size(brain.Bytes)} are free." : $"{brain.Name} is forgotten; its file stays where it lies.")
            + (wasUsed ? " It was the brain in use: I answer by rules until you choose another." : ""));
        return (int)ExitCode.Ok;
    }

    private static int Cancel(Session session, HubFile file, PausedPull paused, bool yes)
    {
        if (!yes && !Agrees(session, $"Give up the download of {file.Name}? That frees {Said.Size(paused.Bytes)}."))
            return Refused(session);
        session.Host.Puller.Cancel(file);
        session.Terminal.Say($"The download of {file.Name} is given up; {Said.Size(paused.Bytes)} are free.");
        return (int)ExitCode.Ok;
    }

    private static bool Agrees(Session session, string question)
    {
        if (!session.Terminal.InputIsTerminal)
            throw new BuddyException($"{question} Nobody can be asked here; say it with --yes.", ExitCode.Usage);
        session.Terminal.Err.Write(Display.Line($"{question} [y/N] "));
        return session.Terminal.Input.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private static int Refused(Session session)
    {
        session.Terminal.Note("Nothing was removed.");
        return (int)ExitCode.Failed;
    }
}
