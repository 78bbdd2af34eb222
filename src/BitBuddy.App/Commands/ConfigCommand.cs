using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.Settings;

namespace BitBuddy.App.Commands;

/// <summary><c>config list|get|set|path</c>: the settings and where they come from.</summary>
internal static class ConfigCommand
{
    public static Command Create(Session session) => new("config", "The settings.") { List(session), Get(session), Set(session), Path(session) };

    private static Command List(Session session)
    {
        var json = Common.Json();
        var command = new Command("list", "List all settings, what they may be and where they come from.") { json };
        command.SetAction(parse =>
        {
            var values = session.Host.Settings.List();
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(new ConfigJson([.. values.Select(SettingJson.Of)], session.Host.Home.ConfigFile)));
            foreach (var value in parse.GetValue(json) ? [] : values)
            {
                session.Terminal.Say($"{value.Setting.Name} = {value.Described}");
                session.Terminal.Say($"    {value.Setting.Limits}: {value.Setting.Meaning}");
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Get(Session session)
    {
        var name = Name();
        var json = Common.Json();
        var command = new Command("get", "Print a setting's value.") { name, json };
        command.SetAction(parse =>
        {
            var value = session.Host.Settings.Get(parse.GetValue(name)!);
            session.SayNotes();
            Report(session, value, parse.GetValue(json), value.Text);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Set(Session session)
    {
        var name = Name();
        var text = new Argument<string>("value") { Description = "The new value; default takes the setting back." };
        var json = Common.Json();
        var command = new Command("set", "Change a setting.") { name, text, json };
        command.SetAction(async (parse, _) =>
        {
            var value = await session.Host.SetAsync(parse.GetValue(name)!, parse.GetValue(text)!);
            session.SayNotes();
            var taken = parse.GetValue(text) == ActiveSettings.Default;
            Report(session, value, parse.GetValue(json), value.Origin == SettingOrigin.Environment
                ? $"{value.Setting.Name} is {(taken ? "taken back" : "kept")}; while {value.Reason} is set, it stays {value.Text}."
                : taken ? $"{value.Setting.Name} is taken back: {value.Described}." : $"{value.Setting.Name} is {value.Text} from the next time a brain wakes.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Path(Session session)
    {
        var json = Common.Json();
        var command = new Command("path", "Print where the settings are kept.") { json };
        command.SetAction(parse =>
        {
            var path = session.Host.Home.ConfigFile;
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(new ConfigPathJson(path, File.Exists(path))));
            else
                session.Terminal.Say(path);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "As brain.mode; `config list` shows all." };

    private static void Report(Session session, SettingValue value, bool json, string sentence)
    {
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(SettingJson.Of(value)));
        else
            session.Terminal.Say(sentence);
    }
}
