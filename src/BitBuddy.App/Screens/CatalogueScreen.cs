using BitBuddy.Brains;
using BitBuddy.Conversation;
using Spectre.Console;

namespace BitBuddy.App.Screens;

/// <summary>Draws the brains that could be fetched, and what is to be said of them on this machine.</summary>
internal static class CatalogueScreen
{
    public static void List(Terminal terminal, BrainAdvices advices)
    {
        terminal.Say("");
        terminal.Say("To be fetched with `bitbuddy brain pull ID`:");
        var grid = new Grid { Expand = false };
        for (var column = 0; column < 5; column++)
            grid.AddColumn(new GridColumn { NoWrap = column < 4, Padding = new Padding(column == 0 ? 2 : 0, 0, 2, 0) });
        foreach (var advice in advices.All)
            grid.AddRow(
                Data(advice == advices.Recommended ? "> " + advice.Brain.Id : "  " + advice.Brain.Id), Data(advice.Brain.Tier.Id), Data(Said.Size(advice.Brain.Bytes)),
                Data(Fit(advice)), Data(advice.Runs ? advice.Pace.ToString() : advice.Because));
        terminal.Screen.Write(grid);
        terminal.Say(advices.Reason);
    }

    public static void Draw(Terminal terminal, BrainAdvice advice)
    {
        var brain = advice.Brain;
        terminal.Say($"{brain.Name} ({brain.Id}, {brain.Tier.Id}): {brain.GoodFor}");
        terminal.Say($"  {Said.Size(brain.Bytes)}, {brain.Licence}{(brain.Terms is { } terms ? $" (to be accepted; read it at {terms})" : "")}, of {brain.Released}, chat template {brain.Template}, trained for {Said.Number(brain.ContextLength)} tokens");
        terminal.Say($"  needs about {Said.Size(advice.Memory.Total)} of memory: {Said.Size(advice.Memory.Weights)} weights (shared with the file), {Said.Size(advice.Memory.Context ?? 0)} for the talk, {Said.Size(advice.Memory.Overhead)} for the engine");
        terminal.Say($"  here: {Fit(advice)}; {advice.Because}");
        terminal.Say($"  sha256 {brain.Sha256 ?? "not known beforehand"}");
        terminal.Say($"  {brain.Address}{(brain.Revision is { } revision ? $" at {revision[..12]}" : "")}; `bitbuddy brain pull {brain.Id}` fetches it");
        if (brain.Note is { } note)
            terminal.Say($"  {note}");
    }

    private static string Fit(BrainAdvice advice) => advice switch
    {
        { Here: not null, Fit: BrainFit.Fits } => "is here",
        { Fit: BrainFit.Fits } => "fits",
        { Fit: BrainFit.Slow } => "slow",
        { Fit: BrainFit.TooLarge } => "too large",
        _ => "no room",
    };

    // Text, never Markup: the user's own catalogue is data, too.
    private static Text Data(string text) => new(Display.Line(text));
}
