using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.Conversation;
using BitBuddy.Settings;

namespace BitBuddy.App.Commands;

/// <summary><c>status</c>: how the buddy is, what it knows, which brain it has.</summary>
internal static class StatusCommand
{
    public static Command Create(Session session)
    {
        var buddy = Common.Buddy();
        var json = Common.Json();
        var command = new Command("status", "How your buddy is and what it knows.") { buddy, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var host = session.Host;
            await host.Choice.SettleAsync(null, progress: null, cancellationToken);
            var name = host.Buddy(parse.GetValue(buddy)).Name;
            var health = host.Health(host.ChosenBuddy(parse.GetValue(buddy))?.Name);
            var folders = FoldersCommand.Describe(session);
            var asOf = host.Index.OldestCheck([.. folders.Select(folder => folder.Path)]) ?? session.Clock.GetUtcNow();
            var hosts = host.Run.Live();
            var hidden = host.Config.Load().Hidden;
            var notes = host.Notes.Take();
            var mode = health.Brain is null ? null : host.Settings.Get(SettingList.Mode.Name);
            if (parse.GetValue(json))
            {
                session.Terminal.Out.WriteLine(AppJson.Print(new StatusJson(
                    name, MoodJson.Of(health.Mood), CauseJson.Of(health.Mood), health.Files, health.Bytes, folders, Words.Of(asOf),
                    health.DiskFree, health.DiskTotal, health.Brain, mode is null ? null : SettingJson.Of(mode), [.. hosts.Select(HostJson.Of)], hidden, notes)));
                return (int)ExitCode.Ok;
            }

            session.Terminal.Say($"{name} is {Words.Of(health.Mood.State)}: {health.Mood.Because}.");
            foreach (var cause in health.Mood.Causes)
                session.Terminal.Say(cause == health.Mood.Causes[0] ? $"  What helps: {cause.Cure}." : $"  Also, {cause.Because}: {cause.Cure}.");
            session.Terminal.Say($"Files: {Said.Number(health.Files)} in {Said.Count(folders.Count, "folder", "folders")}, {Said.Size(health.Bytes)}; checked {Said.Day(asOf, session.Clock)}"
                + (hosts.FirstOrDefault(one => one.Files is not null)?.Files is { } keeping ? $"; a talk that is open is {keeping}." : "."));
            session.Terminal.Say($"Disk: {Said.Size(health.DiskFree)} of {Said.Size(health.DiskTotal)} free.");
            session.Terminal.Say(mode is null
                ? $"Brain: none, the rules answer. {host.Choice.WhyNone}"
                : $"Brain: {health.Brain}, {(hosts.Any(one => one.State == "awake") ? "awake" : "asleep")}; {mode.Setting.Name} is {mode.Described}.");
            if (hidden.Count > 0)
                session.Terminal.Say($"Never mentioned, as you asked, and in none of these numbers: {string.Join(", ", hidden)}.");
            foreach (var note in notes)
                session.Terminal.Say(note);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
