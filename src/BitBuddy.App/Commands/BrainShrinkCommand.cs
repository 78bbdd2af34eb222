using System.CommandLine;
using System.Globalization;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>brain shrink</c>: a smaller brain made of one, with what that cost and brought.</summary>
internal static class BrainShrinkCommand
{
    public static Command Create(Session session)
    {
        var file = new Argument<string>("file") { Description = "A GGUF file or a brain that is here." };
        var to = new Option<string>("--to") { Description = $"{ShrinkKind.Ids}: {string.Join("; ", ShrinkKind.All.Select(kind => $"{kind.Id}, {kind.Meaning}"))}.", HelpName = ShrinkKind.Ids, Required = true };
        var json = Common.Json();
        var command = new Command("shrink", "Make a smaller brain of one; the one it is made of stays.") { file, to, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (host, terminal) = (session.Host, session.Terminal);
            var kind = ShrinkKind.Find(parse.GetValue(to)!) ?? throw new BuddyException($"A brain can be shrunk to {ShrinkKind.Ids.Replace("|", ", ", StringComparison.Ordinal)}, not to {Display.Line(parse.GetValue(to)!)}.", ExitCode.Usage);
            if (host.Shrink is not { } shrink)
                throw new BuddyException("There is no engine here to shrink a brain with; see `bitbuddy doctor`.");
            KnownBrain brain;
            using (var percent = new PercentLine(terminal, "Checking the brain"))
                brain = await host.Finder.ResolveAsync(parse.GetValue(file)!, percent, cancellationToken);
            ShrinkResult result;
            using (var percent = new PercentLine(terminal, "Shrinking"))
                result = await shrink.RunAsync(brain, kind, new NoteLines(terminal), percent, cancellationToken);
            session.SayNotes();
            if (parse.GetValue(json))
                terminal.Out.WriteLine(AppJson.Print(ShrinkJson.Of(result, BrainListCommand.Used(session))));
            else
                Draw(terminal, result);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Draw(Terminal terminal, ShrinkResult result)
    {
        Draw(terminal, "before", result.Before, result.SpeedBefore);
        Draw(terminal, "after", result.After, result.SpeedAfter);
        terminal.Say($"{result.After.Path} is known; `bitbuddy brain use {result.After.Sha256[..12]}` chooses it.");
    }

    private static void Draw(Terminal terminal, string when, KnownBrain brain, TuneRow? speed) => terminal.Say(string.Create(
        CultureInfo.InvariantCulture,
        $"{when,-6} {Said.Size(brain.Bytes)}, {(speed is null ? "not measured" : $"{(speed.ReplySpeed is { } reply ? $"{reply:0.#} tokens a second" : "replies too short to tell")}, reads {speed.PromptSpeed:0} tokens a second, first word after {speed.FirstToken.TotalSeconds:0.00} s")}"));
}
