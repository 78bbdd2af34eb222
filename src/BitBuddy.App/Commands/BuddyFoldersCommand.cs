using System.CommandLine;

namespace BitBuddy.App.Commands;

/// <summary><c>buddy folders NAME [list|add|remove DIR]</c>: the folders a buddy answers from.</summary>
internal static class BuddyFoldersCommand
{
    public static Command Create(Session session)
    {
        var name = new Argument<string>("name") { Description = "Which buddy." };
        var action = new Argument<string>("action") { Description = "list, add or remove.", DefaultValueFactory = _ => "list" };
        action.AcceptOnlyFromAmong("list", "add", "remove");
        var folder = new Argument<string?>("dir") { Description = "A folder on this computer.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("folders", "Folders of a buddy's own: it answers from these alone.") { name, action, folder };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(action) is null or "list") != (result.GetValue(folder) is null))
                result.AddError("add and remove take one folder, list none.");
        });
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (buddy, folders) = (session.Host.Buddies.Get(parse.GetValue(name)!), session.Host.Folders);
            switch (parse.GetValue(action))
            {
                case "add":
                    folders.Give(buddy.Name, parse.GetValue(folder)!);
                    using (var progress = new Screens.ScanProgressLine(session.Terminal, session.Clock))
                        await session.Host.PrepareAsync([], progress, cancellationToken, buddy.Name);
                    break;
                case "remove":
                    folders.Take(buddy.Name, parse.GetValue(folder)!);
                    break;
            }

            session.SayNotes();
            var own = session.Host.Config.Load().BuddyFolders.GetValueOrDefault(buddy.Name) ?? [];
            if (own.Count == 0)
                session.Terminal.Say($"{buddy.Name} has no folder of its own and answers from all known ones.");
            foreach (var one in own)
                session.Terminal.Say(one);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
