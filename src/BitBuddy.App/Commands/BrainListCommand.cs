using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;

namespace BitBuddy.App.Commands;

/// <summary><c>brain list</c>: the brains that are here, those being fetched, and those that could be, with advice for this machine.</summary>
internal static class BrainListCommand
{
    public static Command Create(Session session)
    {
        var json = Common.Json();
        var command = new Command("list", "List the brains on this machine and those that could be fetched, with advice.") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var host = session.Host;
            using (var percent = new PercentLine(session.Terminal, "Checking the files in models"))
            {
                await host.Brains.RecoverAsync(percent, cancellationToken);
                if (host.Finder.Seed is not null)
                    await host.Finder.ResolveAsync(EmbeddedBrain.Seed, progress: null, cancellationToken);
            }

            var (used, brains, paused, advices) = (Used(session), host.Brains.List(), host.Puller.Paused(), Advise(session));
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(new BrainListJson(
                    [.. brains.Select(brain => BrainJson.Of(brain, brain.Sha256 == used))], used,
                    [.. paused.Select(pull => new DownloadJson(pull.File.Name, pull.Bytes, pull.Total, pull.IsActive))],
                    advices is null ? [] : [.. advices.All.Select(advice => CatalogueJson.Of(advice, advices, advices.ContextSize))], advices?.Reason)));
            else
                BrainScreen.List(session.Terminal, brains, used, paused);
            if (!parse.GetValue(json) && advices is not null)
                CatalogueScreen.List(session.Terminal, advices);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The sha256 of the brain in use: the chosen one, else the one beside the executable; "none", or null while there is neither.</summary>
    public static string? Used(Session session) => session.Host.Config.Load().Brain is { } chosen and not EmbeddedBrain.Seed
        ? chosen
        : session.Host.Brains.List().FirstOrDefault(session.Host.Choice.IsInUse)?.Sha256;

    // What is here is listed whatever is wrong with the user's own catalogue.
    private static BrainAdvices? Advise(Session session)
    {
        try
        {
            return session.Host.Adviser.Advise();
        }
        catch (BuddyException e)
        {
            session.Host.Notes.Add(e.Message);
            return null;
        }
    }
}
