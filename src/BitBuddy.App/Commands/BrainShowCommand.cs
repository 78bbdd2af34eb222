using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Settings;

namespace BitBuddy.App.Commands;

/// <summary><c>brain show</c>: what a brain's file says of itself; of one that is not here, what the catalogue says.</summary>
internal static class BrainShowCommand
{
    public static Command Create(Session session)
    {
        var id = new Argument<string?>("id") { Description = "Which brain or tier; the chosen one by default.", Arity = ArgumentArity.ZeroOrOne };
        var json = Common.Json();
        var command = new Command("show", "What a brain's file, or the catalogue, says of it.") { id, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var used = BrainListCommand.Used(session);
            var wanted = parse.GetValue(id) ?? (used is BrainChoice.None ? null : used ?? session.Host.Choice.Carried)
                ?? throw new BuddyException("No brain is chosen; name one: `bitbuddy brain show ID`.", ExitCode.NotFound);
            var listed = session.Host.Finder.Listed(wanted);
            if (listed.Count > 0 && listed.All(brain => session.Host.Finder.Here(brain) is null))
                ShowListed(session, listed, parse.GetValue(json));
            else
                ShowHere(session, await session.Host.Finder.ResolveAsync(wanted, progress: null, cancellationToken), used, parse.GetValue(json));
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void ShowHere(Session session, KnownBrain brain, string? used, bool json)
    {
        var info = BrainGate.Check(brain.Path);
        var contextSize = session.Host.Settings.For(brain).ContextSize;
        var memory = BrainMemory.Of(info, contextSize);
        var mode = session.Host.Settings.Get(SettingList.Mode.Name, brain);
        if (json)
        {
            session.Terminal.Out.WriteLine(AppJson.Print(BrainJson.Of(brain, brain.Sha256 == used, GgufJson.Of(info, memory, contextSize), SettingJson.Of(mode))));
            return;
        }

        BrainScreen.Draw(session.Terminal, brain, info, memory, contextSize);
        session.Terminal.Say($"  mode {mode.Described}");
    }

    // Of a tier, the one that `brain pull` would take.
    private static void ShowListed(Session session, IReadOnlyList<CatalogueBrain> listed, bool json)
    {
        var advices = session.Host.Adviser.Advise();
        var advice = listed.Count == 1 ? advices.Of(listed[0]) : advices.OfTier(listed[0].Tier) ?? advices.Of(listed[0]);
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(CatalogueJson.Of(advice, advices, advices.ContextSize)));
        else
            CatalogueScreen.Draw(session.Terminal, advice);
    }
}
