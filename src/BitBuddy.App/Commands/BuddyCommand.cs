using System.CommandLine;
using System.Globalization;
using BitBuddy.App.Json;
using BitBuddy.Conversation;
using BitBuddy.Personalities;
using Spectre.Console;

namespace BitBuddy.App.Commands;

/// <summary><c>buddy list|meet|show</c>, and the rest of its verbs.</summary>
internal static class BuddyCommand
{
    public static Command Create(Session session) => new("buddy", "Your buddies.")
    {
        List(session), Meet(session), Show(session), BuddyEditCommand.Create(session), BuddyMemoryCommand.Create(session), BuddyFoldersCommand.Create(session),
        BuddyCareCommands.Rename(session), BuddyCareCommands.Export(session), BuddyCareCommands.Import(session), BuddyCareCommands.Forget(session),
    };

    private static Command List(Session session)
    {
        var json = Common.Json();
        var command = new Command("list", "List your buddies.") { json };
        command.SetAction(parse =>
        {
            var buddies = session.Host.Buddies.List().Select(folder => Describe(session, folder)).ToList();
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(new BuddyListJson(buddies)));
            else if (buddies.Count == 0)
                session.Terminal.Say($"You have met no buddy yet; {Characters.Default.Name} answers until then. Meet yours with `bitbuddy buddy meet`.");
            foreach (var buddy in parse.GetValue(json) ? [] : buddies)
                session.Terminal.Say($"{buddy.Name}{(buddy.Character is { } character ? $" ({character})" : "")}{(buddy.Default ? " *" : "")}");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Meet(Session session)
    {
        var name = new Argument<string?>("name") { Description = "Its name; a surprise without.", Arity = ArgumentArity.ZeroOrOne };
        var character = new Option<string?>("--character") { Description = "glitch, citrus, slate or nova; a surprise without.", HelpName = "C" };
        var seed = new Option<int?>("--seed") { Description = "Same number, same surprise.", HelpName = "NUMBER" };
        var folder = new Option<string[]>("--folder") { Description = "A folder of its own, which it answers from alone; may be repeated.", HelpName = "DIR", DefaultValueFactory = _ => [] };
        var json = Common.Json();
        var command = new Command("meet", "Meet a new buddy.") { name, character, seed, folder, json };
        command.SetAction(parse =>
        {
            var who = session.Host.Meet(parse.GetValue(name), parse.GetValue(character), parse.GetValue(seed), parse.GetValue(folder) ?? []);
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(Describe(session, session.Host.Buddies.Get(who.Name))));
            else
                session.Terminal.Say($"Meet {who.Name}. {(who.FavoritePhrases.Count > 0 ? who.FavoritePhrases[0] : "")}");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Show(Session session)
    {
        var name = new Argument<string?>("name") { Description = "Which buddy; the chosen one by default.", Arity = ArgumentArity.ZeroOrOne };
        var json = Common.Json();
        var command = new Command("show", "Show a buddy's personality.") { name, json };
        command.SetAction(parse =>
        {
            var folder = session.Host.ChosenBuddy(parse.GetValue(name));
            var buddy = folder is null ? BuddyJson.Of(Characters.Default, null, true, session.Host.Memories.Of(null).Growth, []) : Describe(session, folder);
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(buddy));
            else
                Draw(session, buddy);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static BuddyJson Describe(Session session, BuddyFolder folder) => BuddyJson.Of(
        PersonalityFile.Load(folder.PersonalityPath), folder.PersonalityPath, session.Host.Buddies.List() is [_] || session.Host.Config.Load().Buddy == folder.Name,
        session.Host.Memories.Of(folder).Growth, session.Host.Config.Load().BuddyFolders.GetValueOrDefault(folder.Name) ?? []);

    private static void Draw(Session session, BuddyJson buddy)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true });
        grid.AddColumn();
        void Row(string what, string value) => grid.AddRow(new Text(what), new Text(Display.Line(value)));
        Row("name", buddy.Name);
        Row("character", buddy.Character ?? "its own");
        Row("temperature", buddy.Temperature.ToString(CultureInfo.InvariantCulture));
        Row("humor", Bar(buddy.Humor));
        Row("curiosity", Bar(buddy.Curiosity));
        Row("formality", Bar(buddy.Formality));
        Row("empathy", Bar(buddy.Empathy));
        Row("proactiveness", Bar(buddy.Proactiveness));
        Row("story", buddy.NarrativeArc);
        Row("says", string.Join(" · ", buddy.FavoritePhrases));
        Row("good at", string.Join(", ", buddy.Specialties));
        Row("together", GrowthText(session, buddy));
        if (buddy.Folders.Count > 0)
            Row("folders", string.Join(", ", buddy.Folders));
        Row("file", buddy.Path ?? "none yet: `bitbuddy buddy meet` writes one");
        session.Terminal.Screen.Write(grid);
    }

    private static string GrowthText(Session session, BuddyJson buddy) => buddy.Met is { } met
        ? $"{buddy.Relationship.Replace('_', ' ')}; met {Said.Day(DateTimeOffset.Parse(met, CultureInfo.InvariantCulture), session.Clock)}, {Said.Count(buddy.Days, "day", "days")}, {Said.Count(buddy.Questions, "question", "questions")}, experience {buddy.Experience} of 5"
        : "you have not talked yet";

    private static string Bar(int trait) => $"{new string('#', trait)}{new string('.', 10 - trait)} {trait}";
}
