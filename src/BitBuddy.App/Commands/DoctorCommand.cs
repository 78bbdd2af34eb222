using System.CommandLine;
using System.Runtime.InteropServices;
using BitBuddy.App.Json;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Llama;

namespace BitBuddy.App.Commands;

/// <summary><c>doctor</c>: versions, folders, engine, brain; what is off and the next step.</summary>
internal static class DoctorCommand
{
    private const string Ok = "ok";
    private const string Off = "off";
    private const string Broken = "broken";

    public static Command Create(Session session)
    {
        var json = Common.Json();
        var command = new Command("doctor", "Look at everything and say what is off.") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var checks = new List<DoctorLineJson> { Version(), Home(session), Settings(session), Catalogue(session), Power() };
            if (checks.TrueForAll(check => check.State != Broken))
            {
                checks.Add(Index(session));
                if (checks[^1].State != Broken)
                    checks.AddRange(Folders(session));
                checks.AddRange(Buddies(session));
                checks.Add(Engine());
                checks.Add(await BrainAsync(session, cancellationToken));
                if (checks.TrueForAll(check => check.What != "index" || check.State != Broken))
                    checks.AddRange(Mood(session));
            }

            checks.AddRange(session.Host.Notes.Take().Select(note => new DoctorLineJson("note", Off, note, null)));
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(new DoctorJson(checks)));
            foreach (var check in parse.GetValue(json) ? [] : checks)
            {
                session.Terminal.Say($"{check.State,-6} {check.What}: {check.Detail}");
                if (check.Next is { } next)
                    session.Terminal.Say($"       -> {next}");
            }

            return (int)(checks.Exists(check => check.State == Broken) ? ExitCode.Failed : ExitCode.Ok);
        });
        return command;
    }

    private static DoctorLineJson Version() => new("version", Ok,
        $"{AppVersion.Text}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}", null);

    private static DoctorLineJson Home(Session session) => session.Host.Keeps
        ? new("home", Ok, session.Host.Home.Root, null)
        : new("home", Off, $"{session.Host.Home.Root} cannot be written; nothing is kept", "Set BITBUDDY_HOME to a folder of yours.");

    private static DoctorLineJson Settings(Session session)
    {
        try
        {
            session.Host.Settings.List();
            return new("settings", Ok, session.Host.Home.ConfigFile, null);
        }
        catch (BuddyException e)
        {
            return new("settings", Broken, e.Message, e.ExitCode == ExitCode.Usage ? "Change or unset the variable." : $"Mend {session.Host.Home.ConfigFile} or move it away.");
        }
    }

    private static DoctorLineJson Catalogue(Session session)
    {
        var own = session.Host.Home.CatalogueFile;
        try
        {
            return new("catalogue", Ok, $"{Said.Count(session.Host.Catalogue.Load().Brains.Count, "brain", "brains")}, {(File.Exists(own) ? own : "carried by the app")}", null);
        }
        catch (BuddyException e)
        {
            // All but choosing a brain by its name works without.
            return new("catalogue", Off, e.Message, $"Mend {own} or move it away.");
        }
    }

    private static DoctorLineJson Power() => new("power", Ok, MachineFacts.Power, null);

    private static DoctorLineJson Index(Session session)
    {
        try
        {
            var keeps = session.Host.Index.Keeps;
            var detail = $"SQLite {IndexMeans.SqliteVersion}, names read by {IndexMeans.Names}";
            return keeps
                ? new("index", Ok, detail, null)
                : new("index", Off, $"{detail}; kept in memory only", "Make the home writable or set BITBUDDY_HOME.");
        }
        catch (BuddyException e)
        {
            return new("index", Broken, e.Message, null);
        }
    }

    private static IEnumerable<DoctorLineJson> Folders(Session session)
    {
        var folders = FoldersCommand.Describe(session);
        if (folders.Count == 0)
            yield return new("folder", Off, "no folder is known", "Run `bitbuddy folders add DIR`.");
        foreach (var folder in folders)
        {
            yield return !Directory.Exists(folder.Path)
                ? new("folder", Off, $"{folder.Path} is not there now; what is known of it is kept", "Bring the disk back, or run `bitbuddy folders remove DIR`.")
                : folder.AsOf is null
                    ? new("folder", Off, $"{folder.Path} was not looked through yet", "Run `bitbuddy index`.")
                    : new("folder", Ok, $"{folder.Path}: {Said.Count(folder.Files, "file", "files")}, checked {folder.AsOf}", null);
        }
    }

    private static IEnumerable<DoctorLineJson> Buddies(Session session)
    {
        var all = session.Host.Buddies.List();
        if (all.Count == 0)
            yield return new("buddy", Off, "none met yet, a default one answers", "Run `bitbuddy buddy meet`.");
        foreach (var folder in all)
        {
            DoctorLineJson line;
            try
            {
                Personalities.PersonalityFile.Load(folder.PersonalityPath);
                line = new("buddy", Ok, $"{folder.Name}, {folder.PersonalityPath}", null);
            }
            catch (BuddyException e)
            {
                line = new("buddy", Broken, e.Message, "Mend the file; the line is named.");
            }

            yield return line;
        }
    }

    private static DoctorLineJson Engine()
    {
        var folder = EngineFolder.Find();
        if (!Directory.Exists(folder))
            return new("engine", Off, $"no llama.cpp libraries in {folder}; the rules speak", "Build with Node installed, or point BITBUDDY_ENGINE_DIR at them.");
        try
        {
            LlamaEngine.Start(folder);
            return new("engine", Ok, $"llama.cpp {LlamaEngine.LoadedVersion}, {LlamaEngine.CpuBackend ?? "processor not told"}, {folder}", null);
        }
        catch (LlamaException e)
        {
            return new("engine", Broken, e.Message, $"Replace the libraries in {folder}; the rules speak until then.");
        }
    }

    private static IEnumerable<DoctorLineJson> Mood(Session session) => session.Host.Health().Mood is { Causes: { Count: > 0 } causes }
        ? causes.Select(cause => new DoctorLineJson("mood", Off, $"{Words.Of(cause.State)}, because {cause.Because}", cause.Cure))
        : [new("mood", Ok, "healthy, everything is fine", null)];

    private static async Task<DoctorLineJson> BrainAsync(Session session, CancellationToken cancellationToken)
    {
        var choice = session.Host.Choice;
        await choice.SettleAsync(null, progress: null, cancellationToken);
        if (choice.Brain is not { } brain)
            return new("brain", choice.IsBroken ? Broken : Off, choice.WhyNone ?? "", "Run `bitbuddy brain import FILE.gguf` or `bitbuddy brain use ID`.");
        try
        {
            BrainGate.Check(brain.Path);
            return new("brain", Ok, $"{brain.Name}, {Said.Size(brain.Bytes)}, sha256 {brain.Sha256[..12]}…, {brain.Path}", null);
        }
        catch (BuddyException e)
        {
            return new("brain", Broken, e.Message, "Bring the file back, or choose another with `bitbuddy brain use ID`.");
        }
    }
}
