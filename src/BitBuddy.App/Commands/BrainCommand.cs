using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>brain</c>: its verbs; <c>import</c> and <c>use</c> are here.</summary>
internal static class BrainCommand
{
    public static Command Create(Session session) => new("brain", "The brains your buddies think with.")
    {
        BrainListCommand.Create(session), BrainShowCommand.Create(session), Import(session), Use(session), BrainScanCommand.Create(session), BrainPullCommand.Create(session), BrainRemoveCommand.Create(session), BrainTuneCommand.Create(session),
        BrainUpgradeCommand.Create(session), BrainShrinkCommand.Create(session),
        BrainHostsCommand.Ps(session), BrainHostsCommand.Wake(session), BrainHostsCommand.Sleep(session),
    };

    private static Command Import(Session session)
    {
        var file = new Argument<string>("file") { Description = "A GGUF file." };
        var copy = new Option<bool>("--copy") { Description = "Copy it into Bit Buddy's models folder; otherwise it is used where it lies." };
        var json = Common.Json();
        var command = new Command("import", "Check, hash and register a GGUF file; the first one is also used.") { file, copy, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            KnownBrain brain;
            using (var percent = new PercentLine(session.Terminal, "Checking the brain"))
                brain = await session.Host.Brains.ImportAsync(parse.GetValue(file)!, parse.GetValue(copy), percent, cancellationToken);
            var used = session.Host.Choice.UseIfFirst(brain);
            Report(session, brain, used, parse.GetValue(json), $"{brain.Name} is known ({Said.Size(brain.Bytes)}, sha256 {brain.Sha256[..12]}…){(used ? " and used from now on" : "")}.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Use(Session session)
    {
        var id = new Argument<string>("id") { Description = "A brain or tier of the catalogue, a name, a path, digits of its sha256, or none." };
        var json = Common.Json();
        var command = new Command("use", "Choose the brain.") { id, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            KnownBrain? brain;
            using (var percent = new PercentLine(session.Terminal, "Checking the brain"))
                brain = await session.Host.Choice.UseAsync(parse.GetValue(id)!, percent, cancellationToken);
            if (brain is null && !parse.GetValue(json))
                session.Terminal.Say("Without a brain from now on: I answer by rules.");
            else if (brain is null)
                session.Terminal.Out.WriteLine(AppJson.Print(new BrainListJson([], BrainChoice.None, [], [], null)));
            else
                Report(session, brain, used: true, parse.GetValue(json), $"{brain.Name} is used from now on.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Report(Session session, KnownBrain brain, bool used, bool json, string sentence)
    {
        session.SayNotes();
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(BrainJson.Of(brain, used)));
        else
            session.Terminal.Say(sentence);
    }
}
