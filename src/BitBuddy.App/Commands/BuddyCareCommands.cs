using System.CommandLine;

namespace BitBuddy.App.Commands;

/// <summary><c>buddy rename|export|import|forget</c>.</summary>
internal static class BuddyCareCommands
{
    public static Command Rename(Session session)
    {
        var name = new Argument<string>("name") { Description = "Which buddy." };
        var to = new Argument<string>("new-name") { Description = "What it is called from now on." };
        var command = new Command("rename", "Give a buddy another name.") { name, to };
        command.SetAction(parse =>
        {
            var renamed = session.Host.Care.Rename(parse.GetValue(name)!, parse.GetValue(to)!);
            session.SayNotes();
            session.Terminal.Say($"It is {renamed.Name} now.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static Command Export(Session session)
    {
        var name = new Argument<string>("name") { Description = "Which buddy." };
        var file = new Argument<string?>("file") { Description = "A new file; NAME.buddy.json here by default.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", "Write a buddy with its memory to one file. It holds what you told and asked.") { name, file };
        command.SetAction(parse =>
        {
            var buddy = session.Host.Buddies.Get(parse.GetValue(name)!);
            var path = Path.GetFullPath(parse.GetValue(file) ?? $"{buddy.Name}.buddy.json");
            session.Host.Care.Export(buddy.Name, path);
            session.SayNotes();
            session.Terminal.Say($"{buddy.Name} is in {path}.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static Command Import(Session session)
    {
        var file = new Argument<string>("file") { Description = "What `buddy export` wrote, here or elsewhere." };
        var name = new Option<string?>("--name") { Description = "Another name for it here.", HelpName = "NAME" };
        var command = new Command("import", "Take in a buddy from a file.") { file, name };
        command.SetAction(parse =>
        {
            var buddy = session.Host.Care.Import(parse.GetValue(file)!, parse.GetValue(name));
            session.SayNotes();
            session.Terminal.Say($"{buddy.Name} is here. Talk with it: `bitbuddy chat --buddy \"{buddy.Name}\"`.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static Command Forget(Session session)
    {
        var name = new Argument<string>("name") { Description = "Which buddy." };
        var yes = Common.Yes();
        var command = new Command("forget", "Erase a buddy: its personality, memory and history, for good.") { name, yes };
        command.SetAction(async (parse, _) =>
        {
            var buddy = session.Host.Buddies.Get(parse.GetValue(name)!);
            Common.Confirm(session, $"{buddy.Name} and all it remembers are to go, for good?", parse.GetValue(yes));
            await session.Host.Care.ForgetAsync(buddy.Name);
            session.SayNotes();
            session.Terminal.Say($"{buddy.Name} is gone. Your files were not touched.");
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
