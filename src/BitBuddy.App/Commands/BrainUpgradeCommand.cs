using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>brain upgrade</c>: which brains suit this machine better than the one in use, and the way to one of them.</summary>
internal static class BrainUpgradeCommand
{
    public static Command Create(Session session)
    {
        var id = new Argument<string?>("id") { Description = "The brain to change to; without, the better ones are told.", Arity = ArgumentArity.ZeroOrOne };
        var yes = new Option<bool>("--yes") { Description = "Change to the first of them." };
        var accept = Common.AcceptLicence();
        var json = Common.Json();
        var command = new Command("upgrade", "Tell which brains fit better than the one in use; change when asked to. The old one stays.") { id, yes, accept, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var offers = session.Host.Upgrade.Offers(session.Host.Catalogue.Load());
            var wanted = parse.GetValue(id) is { } named
                ? session.Host.Finder.Listed(named) is [var one] ? one : throw new BuddyException($"The catalogue knows no brain {Display.Line(named)}; see `bitbuddy brain list`.", ExitCode.NotFound)
                : parse.GetValue(yes) ? offers.Offers.FirstOrDefault(offer => session.Host.Licences.Allow(offer.Advice.Brain))?.Advice.Brain : null;
            if (wanted is not null)
                return await ChangeAsync(session, wanted, parse.GetValue(accept), parse.GetValue(json), cancellationToken);
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(UpgradeJson.Of(offers)));
            else
                Draw(session.Terminal, offers);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static async Task<int> ChangeAsync(Session session, CatalogueBrain brain, bool accepted, bool json, CancellationToken cancellationToken)
    {
        Common.RequireLicence(session, brain, accepted, json);
        using (var line = new PullLine(session.Terminal))
        {
            await foreach (var one in session.Host.Upgrade.SwitchAsync(brain, cancellationToken))
            {
                line.Draw(one);
                if (json && one is PullEvent.Done(var here))
                    session.Terminal.Out.WriteLine(AppJson.Print(BrainJson.Of(here, used: true)));
            }
        }

        session.SayNotes();
        if (!json)
            session.Terminal.Say($"{brain.Name} was woken and is used from now on; buddies, memories and the brain before it stay.");
        return (int)ExitCode.Ok;
    }

    private static void Draw(Terminal terminal, UpgradeOffers offers)
    {
        terminal.Say(offers.Current is { } current
            ? $"In use: {offers.CurrentAdvice?.Brain.Name ?? current.Name}, {Said.Size(current.Bytes)}{(offers.CurrentAdvice is { } advice ? $"; {advice.Because}" : ", not in the catalogue")}."
            : "No brain is in use.");
        if (offers.Offers.Count == 0)
            terminal.Say("No brain of the catalogue fits better here.");
        foreach (var (better, why) in offers.Offers)
        {
            terminal.Say($"{better.Brain.Id}: {better.Brain.Name}, {(better.Here is null ? Said.Size(better.Brain.Bytes) + " to fetch" : "here already")}, {better.Brain.Licence}");
            terminal.Say($"  {why}");
        }

        if (offers.Offers.Count > 0)
            terminal.Say("`bitbuddy brain upgrade ID` changes to one; the brain in use stays until the new one is here, checked and awake.");
    }
}
