using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>brain scan</c>: finds the brains of other programs, to be used where they lie.</summary>
internal static class BrainScanCommand
{
    public static Command Create(Session session)
    {
        var folder = new Argument<string?>("dir")
        {
            Description = "A folder to look through; those of Ollama, LM Studio, Hugging Face and llama.cpp by default.", Arity = ArgumentArity.ZeroOrOne,
        };
        var json = Common.Json();
        var command = new Command("scan", "Find brains that are on this machine already; nothing is copied.") { folder, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            IReadOnlyList<BrainPlace> places = parse.GetValue(folder) is { } named ? [BrainPlace.Named(named)] : BrainPlaces.OfThisUser.List();
            FoundBrains found;
            using (var percent = new PercentLine(session.Terminal, "Checking what was found"))
                found = await session.Host.Scanner.FindAsync(places, percent, cancellationToken);
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(ScanBrainsJson.Of(found)));
            else
                Draw(session.Terminal, found);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Draw(Terminal terminal, FoundBrains found)
    {
        if (found.Brains.Count == 0)
            terminal.Say(found.Places.Count == 0
                ? "No folder of Ollama, LM Studio, Hugging Face or llama.cpp is here; name another: `bitbuddy brain scan DIR`."
                : $"No brain was found in {string.Join(", ", found.Places.Select(place => place.Folder))}.");
        foreach (var brain in found.Brains)
        {
            terminal.Say($"{brain.Name}  {Said.Size(brain.Bytes)}  {brain.App}  {(brain.Of is { } listed ? $"is {listed.Name}, its sha256 is right" : $"{brain.Info.Architecture} {brain.Info.Quantisation}, not in the catalogue")}");
            terminal.Say($"  bitbuddy brain use {(brain.Of is { } known ? known.Id : Quoted(brain.Path))}");
        }

        foreach (var skipped in found.Skipped)
            terminal.Note($"Left out {skipped.Path}: {skipped.Why}");
    }

    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;
}
