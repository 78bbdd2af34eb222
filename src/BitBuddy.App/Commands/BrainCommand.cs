using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Settings;

namespace BitBuddy.App.Commands;

/// <summary><c>brain list|import|use|show</c>, <c>pull|rm</c>, <c>ps|wake|sleep</c> for the brains of all hosts of this home, and <c>tune</c>.</summary>
internal static class BrainCommand
{
    public static Command Create(Session session) => new("brain", "The brains your buddies think with.")
    {
        List(session), Import(session), Use(session), Show(session), BrainPullCommand.Create(session), BrainRemoveCommand.Create(session), BrainTuneCommand.Create(session),
        BrainHostsCommand.Ps(session), BrainHostsCommand.Wake(session), BrainHostsCommand.Sleep(session),
    };

    private static Command List(Session session)
    {
        var json = Common.Json();
        var command = new Command("list", "List the brains known on this machine.") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            using (var percent = new PercentLine(session.Terminal, "Checking the files in models"))
                await session.Host.Brains.RecoverAsync(percent, cancellationToken);
            var used = session.Host.Config.Load().Brain;
            var brains = session.Host.Brains.List();
            var paused = session.Host.Puller.Paused();
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(new BrainListJson(
                    [.. brains.Select(brain => BrainJson.Of(brain, brain.Sha256 == used))], used,
                    [.. paused.Select(pull => new DownloadJson(pull.File.Name, pull.Bytes, pull.Total, pull.IsActive))])));
            else
                BrainScreen.List(session.Terminal, brains, used, paused);
            return (int)ExitCode.Ok;
        });
        return command;
    }

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
        var id = new Argument<string>("id") { Description = "A name, a path, digits of its sha256, or none." };
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
                session.Terminal.Out.WriteLine(AppJson.Print(new BrainListJson([], BrainChoice.None, [])));
            else
                Report(session, brain, used: true, parse.GetValue(json), $"{brain.Name} is used from now on.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Show(Session session)
    {
        var id = new Argument<string?>("id") { Description = "Which brain; the chosen one by default.", Arity = ArgumentArity.ZeroOrOne };
        var json = Common.Json();
        var command = new Command("show", "What a brain's file says of itself.") { id, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var used = session.Host.Config.Load().Brain;
            var wanted = parse.GetValue(id) ?? (used is null or BrainChoice.None ? null : used)
                ?? throw new BuddyException("No brain is chosen; name one: `bitbuddy brain show ID`.", ExitCode.NotFound);
            var brain = await session.Host.Brains.ResolveAsync(wanted, progress: null, cancellationToken);
            var info = BrainGate.Check(brain.Path);
            var contextSize = session.Host.Settings.For(brain).ContextSize;
            var memory = BrainMemory.Of(info, contextSize);
            var mode = session.Host.Settings.Get(SettingList.Mode.Name, brain);
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(BrainJson.Of(brain, brain.Sha256 == used, GgufJson.Of(info, memory, contextSize), SettingJson.Of(mode))));
            else
            {
                BrainScreen.Draw(session.Terminal, brain, info, memory, contextSize);
                session.Terminal.Say($"  mode {mode.Described}");
            }

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
