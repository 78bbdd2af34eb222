using System.CommandLine;
using System.Globalization;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Settings;
using Spectre.Console;

namespace BitBuddy.App.Commands;

/// <summary><c>brain tune</c>: measures a brain on this machine and keeps what suits it.</summary>
internal static class BrainTuneCommand
{
    public static Command Create(Session session)
    {
        var id = new Argument<string?>("id") { Description = "Which brain; the chosen one by default.", Arity = ArgumentArity.ZeroOrOne };
        var json = Common.Json();
        var command = new Command("tune", "Measure a brain on this machine and choose its mode and threads.") { id, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (host, terminal) = (session.Host, session.Terminal);
            using (var percent = new PercentLine(terminal, "Checking the brain"))
                await host.Choice.SettleAsync(parse.GetValue(id), percent, cancellationToken);
            if (host.Choice.Brain is not { } brain || host.Tune is null)
                throw new BuddyException(host.Choice.WhyNone ?? "There is no engine here to measure a brain with.", ExitCode.NotFound);
            if (host.Run.Live().Any(other => other.State == RunFolder.StateName(BrainState.Awake)))
                terminal.Note("A brain is awake elsewhere and may slow this down; `bitbuddy brain sleep` ends it.");
            var result = await host.Tune.MeasureAsync(brain, new NoteLines(terminal), cancellationToken);
            var settings = result.Values.Select(value => host.Settings.Get(value.Name, result.Brain)).ToList();
            session.SayNotes();
            if (parse.GetValue(json))
                terminal.Out.WriteLine(AppJson.Print(TuneJson.Of(result, settings)));
            else
                Draw(terminal, result, settings);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Draw(Terminal terminal, TuneResult result, IReadOnlyList<SettingValue> settings)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var title in new[] { "mode", "threads", "wakes in", "prompt", "reply", "first word", "memory" })
            table.AddColumn(title);
        foreach (var row in result.Rows)
            table.AddRow(SettingList.Mode.Get(new BrainSettings { Mode = row.Mode }), Said.Number(row.Threads), Seconds(row.Wake),
                Speed(row.PromptSpeed), row.ReplySpeed is { } speed ? Speed(speed) : "?", Seconds(row.FirstToken),
                row.PrivateBytes is { } bytes ? Said.Size(bytes) : "?");
        terminal.Screen.Write(table);
        foreach (var (tuned, active) in result.Values.Zip(settings))
            terminal.Say(active.Origin is SettingOrigin.Config or SettingOrigin.Environment
                ? $"{tuned.Name} would be {tuned.Text}: {tuned.Reason}. It stays {active.Described}."
                : $"{tuned.Name} is {tuned.Text}: {tuned.Reason}.");
        if (!result.Kept)
            terminal.Note("Nothing can be written here, so this is not kept.");
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");

    private static string Speed(double speed) => string.Create(CultureInfo.InvariantCulture, $"{speed:0} tokens/s");
}
