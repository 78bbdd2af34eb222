using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>brain pull</c>: fetches a brain, or goes on with one; a file of one's own is taken where it lies.</summary>
internal static class BrainPullCommand
{
    public static Command Create(Session session)
    {
        var id = new Argument<string>("id") { Description = "A brain or tier of the catalogue (`brain list`), hf.co/OWNER/REPO/FILE.gguf, or a GGUF file of yours." };
        var accept = Common.AcceptLicence();
        var json = new Option<bool>("--json") { Description = "Print what happens as it happens, one JSON object a line (docs/contracts.md)." };
        var command = new Command("pull", "Fetch a brain; stopped or interrupted, the same command goes on. The first one is also used.") { id, accept, json };
        command.SetAction((parse, cancellationToken) => RunAsync(session, parse.GetValue(id)!, parse.GetValue(accept), parse.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string id, bool accepted, bool json, CancellationToken cancellationToken)
    {
        var used = false;
        try
        {
            using var line = new PullLine(session.Terminal);
            await foreach (var one in Events(session, id, accepted, json, cancellationToken))
            {
                if (one is PullEvent.Done(var brain))
                    used = session.Host.Choice.UseIfFirst(brain);
                if (json)
                    session.Terminal.Out.WriteLine(AppJson.Line(PullEventJson.Of(one, used)));
                line.Draw(one);
                if (one is PullEvent.Done done && !json)
                    Say(session, done.Brain, used);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Terminal.Note($"Paused; what is here is kept, and `bitbuddy brain pull {id}` goes on from there.");
            return (int)ExitCode.Interrupted;
        }
        finally
        {
            session.SayNotes();
        }

        return (int)ExitCode.Ok;
    }

    // What an ID of something to fetch stands for is settled here.
    private static IAsyncEnumerable<PullEvent> Events(Session session, string id, bool accepted, bool json, CancellationToken cancellationToken)
    {
        if (id == EmbeddedBrain.Seed && session.Host.Finder.Seed is not null)
            throw new BuddyException("The small brain is carried with the app, so nothing is to be fetched; `bitbuddy brain use seed` uses it.", ExitCode.Usage);
        if (session.Host.Finder.Listed(id) is { Count: > 0 } listed)
        {
            var brain = listed.Count == 1 ? listed[0] : session.Host.Adviser.Advise().OfTier(listed[0].Tier)?.Brain ?? listed[0];
            Common.RequireLicence(session, brain, accepted, json);
            return session.Host.Puller.PullAsync(brain.HubFile, cancellationToken);
        }

        if (HubFile.IsHubName(id))
            return session.Host.Puller.PullAsync(HubFile.Parse(id), cancellationToken);
        return File.Exists(id) || Directory.Exists(id)
            ? ImportAsync(session, id, cancellationToken)
            : throw new BuddyException($"I know no brain to fetch as {Display.Line(id)}; write a name of `bitbuddy brain list` or hf.co/OWNER/REPO/FILE.gguf, or name a GGUF file.", ExitCode.NotFound);
    }

    private static async IAsyncEnumerable<PullEvent> ImportAsync(
        Session session, string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var percent = new PercentLine(session.Terminal, "Checking the brain");
        yield return new PullEvent.Done(await session.Host.Brains.ImportAsync(path, copy: false, percent, cancellationToken));
    }

    private static void Say(Session session, KnownBrain brain, bool used)
    {
        var proof = brain.FirstSeen ? "first seen: the hub gave no sha256 to check it against" : "checked";
        session.Terminal.Say($"{brain.Name} is here ({Said.Size(brain.Bytes)}, sha256 {brain.Sha256[..12]}…, {proof}){(used ? " and used from now on" : "")}.");
    }
}
