using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Files;

namespace BitBuddy.App.Commands;

/// <summary><c>files map</c>: where the disk goes, by folder and kind.</summary>
internal static class FilesCommand
{
    private const int DeepestMap = 64;

    public static Command Create(Session session)
    {
        var folder = new Argument<string?>("dir") { Description = "A known folder, or one in it; all known folders by default.", Arity = ArgumentArity.ZeroOrOne };
        var depth = new Option<int>("--depth") { Description = "How many levels of folders.", DefaultValueFactory = _ => 2, HelpName = "2" };
        var json = Common.Json();
        var map = new Command("map", "Where the disk goes: a tree of folders with bars.") { folder, depth, json };
        depth.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var levels) || levels is < 0 or > DeepestMap))
                result.AddError($"--depth takes a number from 0 to {DeepestMap}.");
        });
        map.SetAction((parse, cancellationToken) => RunAsync(session, parse.GetValue(folder), parse.GetValue(depth), parse.GetValue(json), cancellationToken));
        return new Command("files", "What is known of your files.") { map };
    }

    private static async Task<int> RunAsync(Session session, string? folder, int depth, bool json, CancellationToken cancellationToken)
    {
        var host = session.Host;
        IReadOnlyList<string> folders;
        using (var progress = new ScanProgressLine(session.Terminal, session.Clock))
            folders = await host.PrepareAsync([], progress, cancellationToken);
        await host.CatchUpAsync(folders, Common.CatchUpBudget, cancellationToken);
        session.SayNotes();
        IReadOnlyList<string> asked = folder is null ? host.Folders.Outermost() : [KnownFolders.Existing(folder)];
        if (asked.Count == 0)
            throw new BuddyException("No folder is known yet; name one with `bitbuddy folders add DIR`.", ExitCode.NotFound);
        var maps = asked.Select(one => host.Files.Map(one, depth)).OfType<MapFolder>().ToList();
        if (maps.Count == 0)
            throw new BuddyException($"Nothing is known of {Display.Line(asked[0])}; add it with `bitbuddy folders add DIR`, then ask again.", ExitCode.NotFound);
        var whole = maps is [var only] ? only : Together(maps);
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(MapJson.Of(whole)));
        else
            MapTree.Draw(session.Terminal, whole);
        return (int)ExitCode.Ok;
    }

    private static MapFolder Together(List<MapFolder> maps) => new(
        "all known folders", "", maps.Sum(map => map.Files), maps.Sum(map => map.Bytes),
        [.. maps.SelectMany(map => map.Kinds).GroupBy(kind => kind.Kind).Select(kind => new MapKind(kind.Key, kind.Sum(one => one.Files), kind.Sum(one => one.Bytes))).OrderByDescending(kind => kind.Bytes)],
        [.. maps.Select(map => map with { Name = map.Path }).OrderByDescending(map => map.Bytes)]);
}
