using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>folders list|add|remove</c>: which folders the buddy knows.</summary>
internal static class FoldersCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("folders", "The folders your buddy knows.") { List(session), Add(session), Remove(session), Contents(session), HiddenFiles(session), OtherDevices(session) };
        return command;
    }

    private static Command List(Session session)
    {
        var json = Common.Json();
        var command = new Command("list", "List the known folders.") { json };
        command.SetAction(parse =>
        {
            var folders = new FoldersJson(Describe(session), session.Host.Folders.AreUsual, session.Host.Config.Load().ContentsOff);
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(folders));
            else if (folders.Folders.Count == 0)
                session.Terminal.Note("No folder is known yet; name one with `bitbuddy folders add DIR`.");
            foreach (var folder in parse.GetValue(json) ? [] : folders.Folders)
                session.Terminal.Say($"{folder.Path}  ({Said.Count(folder.Files, "file", "files")}, {Said.Size(folder.Bytes)})");
            foreach (var off in parse.GetValue(json) ? [] : folders.ContentsOff)
                session.Terminal.Say($"{off}  (names alone)");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static IReadOnlyList<FolderJson> Describe(Session session) =>
    [
        .. session.Host.Folders.List().Select(path =>
        {
            var (files, bytes) = session.Host.Index.Totals([path]);
            return new FolderJson(path, files, bytes, session.Host.Index.OldestCheck([path]) is { } checkedAt ? Words.Of(checkedAt) : null);
        }),
    ];

    private static Command Add(Session session)
    {
        var folder = new Argument<string>("dir") { Description = "A folder on this computer." };
        var command = new Command("add", "Make a folder known and look through it.") { folder };
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (!session.Host.Keeps)
                throw new BuddyException($"{session.Host.Home.Root} cannot be written, so no folder is kept; name it with each question: --folder DIR.");
            using var progress = new ScanProgressLine(session.Terminal, session.Clock);
            var known = await session.Host.PrepareAsync([parse.GetValue(folder)!], progress, cancellationToken);
            progress.Dispose();
            session.SayNotes();
            session.Terminal.Say($"{known[0]} is known: {Said.Count(session.Host.Index.Totals(known).Files, "file", "files")}.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Remove(Session session)
    {
        var folder = new Argument<string>("dir") { Description = "A known folder." };
        var command = new Command("remove", "Forget a folder and all that is known of its files; the files stay.") { folder };
        command.SetAction(async (parse, _) =>
        {
            await session.Host.RemoveFolderAsync(parse.GetValue(folder)!);
            session.SayNotes();
            session.Terminal.Say("Forgotten. The files themselves were not touched.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Contents(Session session)
    {
        var command = new Command("contents", "Whether what stands in a folder's files is read, or only their names are known.");
        foreach (var on in (bool[])[true, false])
        {
            var folder = new Argument<string>("dir") { Description = "A folder; what lies in it is meant too." };
            var set = new Command(on ? "on" : "off", on ? "Read what stands in its files." : "Know names alone, and erase what was read.") { folder };
            set.SetAction(async (parse, _) =>
            {
                await session.Host.SetContentsAsync(parse.GetValue(folder)!, on);
                session.SayNotes();
                session.Terminal.Say(on ? "What stands in these files is read by `bitbuddy index`, or while you chat." : "Only their names are known from now on.");
                return (int)ExitCode.Ok;
            });
            command.Add(set);
        }

        return command;
    }

    private static Command HiddenFiles(Session session) => Choice(
        session, "hidden", "Whether files and folders whose name begins with a dot are known.", (old, on) => old with { HiddenFilesOff = !on });

    private static Command OtherDevices(Session session) => Choice(
        session, "devices", "Whether folders on another device than the one they lie in are known.", (old, on) => old with { OtherDevicesOff = !on });

    private static Command Choice(Session session, string name, string meaning, Func<Config, bool, Config> change)
    {
        var command = new Command(name, meaning);
        foreach (var on in (bool[])[true, false])
        {
            var set = new Command(on ? "on" : "off", on ? "They are." : "They are left out.");
            set.SetAction(_ =>
            {
                if (!session.Host.Config.TryChange(old => change(old, on)))
                    throw new BuddyException("The settings cannot be written, so nothing was changed.");
                session.SayNotes();
                session.Terminal.Say("That holds from the next look through your files: `bitbuddy index`, or while you chat.");
                return (int)ExitCode.Ok;
            });
            command.Add(set);
        }

        return command;
    }
}
