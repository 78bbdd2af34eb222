using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>brain ps|wake|sleep</c>: the brains of all hosts of this home.</summary>
internal static class BrainHostsCommand
{
    public static Command Ps(Session session)
    {
        var json = Common.Json();
        var command = new Command("ps", "The brains of all running hosts.") { json };
        command.SetAction(parse =>
        {
            var hosts = session.Host.Run.Live();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(new BrainPsJson([.. hosts.Select(HostJson.Of)])));
            else if (hosts.Count == 0)
                session.Terminal.Say("No host is running, so no brain is awake.");
            foreach (var host in parse.GetValue(json) ? [] : hosts)
                session.Terminal.Say($"{host.Pid}  {host.Brain ?? "no brain"}  {host.State} for {Span(session.Clock.GetUtcNow() - host.Since)}{Memory(host)}");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static Command Wake(Session session)
    {
        var json = Common.Json();
        var command = new Command("wake", "Ask all hosts to wake their brain; without one, get the chosen brain ready to wake fast.") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            // A host without a brain has none to wake.
            var hosts = session.Host.Run.Live().Where(host => host.HasBrain).ToList();
            if (hosts.Count == 0)
                return await GetReadyAsync(session, parse.GetValue(json), cancellationToken);
            hosts.ForEach(session.Host.Run.AskToWake);
            Report(session, new BrainAskedJson([.. hosts.Select(HostJson.Of)], null, null), parse.GetValue(json),
                $"Asked {Said.Count(hosts.Count, "host", "hosts")} to wake the brain; `bitbuddy brain ps` shows it.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static Command Sleep(Session session)
    {
        var json = Common.Json();
        var command = new Command("sleep", "Ask all hosts to let their brain sleep.") { json };
        command.SetAction(parse =>
        {
            // One that sleeps now may have been asked to wake.
            var hosts = session.Host.Run.Live().Where(host => host.HasBrain).ToList();
            hosts.ForEach(session.Host.Run.AskToSleep);
            Report(session, new BrainAskedJson([.. hosts.Select(HostJson.Of)], null, null), parse.GetValue(json),
                hosts.Count == 0 ? "No brain is awake." : $"Asked {Said.Count(hosts.Count, "host", "hosts")} to let the brain sleep.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static async Task<int> GetReadyAsync(Session session, bool json, CancellationToken cancellationToken)
    {
        var host = session.Host;
        using (var percent = new PercentLine(session.Terminal, "Checking the brain"))
            await host.Choice.SettleAsync(null, percent, cancellationToken);
        if (host.Choice.Brain is not { } brain)
            throw new BuddyException(host.Choice.WhyNone ?? "There is no brain to wake.", host.Choice.IsBroken ? ExitCode.Failed : ExitCode.NotFound);
        using (var percent = new PercentLine(session.Terminal, "Reading the brain"))
            await host.Brains.WarmAsync(brain, percent, cancellationToken);
        var (begun, now) = (session.Clock.GetTimestamp(), session.Clock.GetUtcNow());
        var whyNot = await host.WakeAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (whyNot is not null)
            throw new BuddyException(whyNot);
        var seconds = session.Clock.GetElapsedTime(begun).TotalSeconds;
        // Its process keeps what it has read when it ends.
        await (host.Life?.SleepAsync() ?? Task.CompletedTask);
        var kept = StatesFolder.HasSince(host.Home, now) ? ", and what it has read is kept" : "";
        Report(session, new BrainAskedJson([], brain.Name, Math.Round(seconds, 3)), json,
            $"{brain.Name} is sound, read and woke in {seconds:0.0} s. No host is running, so it sleeps again{kept}; `bitbuddy chat` keeps it awake.");
        return (int)ExitCode.Ok;
    }

    private static string Span(TimeSpan time) =>
        time.TotalMinutes < 1 ? $"{Math.Max(0, time.Seconds)} s" : time.TotalHours < 1 ? $"{time.Minutes} min" : $"{time.TotalHours:0} h";

    private static string Memory(HostRecord host) => RunFolder.WorkerBytes(host) is { } bytes ? $", {Said.Size(bytes)} of memory" : "";

    private static void Report(Session session, BrainAskedJson asked, bool json, string sentence)
    {
        session.SayNotes();
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(asked));
        else
            session.Terminal.Say(sentence);
    }
}
