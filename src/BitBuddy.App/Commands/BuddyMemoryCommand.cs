using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy.App.Commands;

/// <summary><c>buddy memory</c>: what a buddy remembers, shown, put right and erased.</summary>
internal static class BuddyMemoryCommand
{
    private const int AskedShown = 20;

    public static Command Create(Session session)
    {
        var name = Common.BuddyName();
        var json = Common.Json();
        var command = new Command("memory", "What a buddy remembers of you.") { name, json, Correct(session), Forget(session), Mention(session) };
        command.SetAction(parse =>
        {
            var buddy = session.Host.ChosenBuddy(parse.GetValue(name));
            var (memory, asked) = (session.Host.Memories.Of(buddy), session.Host.Memories.Asked(buddy, AskedShown));
            session.SayNotes();
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(MemoryJson.Of(NameOf(buddy), memory, asked)));
            else
                Draw(session, NameOf(buddy), memory, asked);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Draw(Session session, string buddy, Remembered memory, IReadOnlyList<AskedBefore> asked)
    {
        var growth = memory.Growth;
        session.Terminal.Say(growth.Met is { } met
            ? $"{buddy} met you {Said.Day(met, session.Clock)}: {Said.Count(growth.Days, "day", "days")}, {Said.Count(growth.Questions, "question", "questions")}."
            : $"{buddy} has not talked with you yet.");
        foreach (var told in memory.Told)
            session.Terminal.Say($"{told.Id,4}  {Text(told)}  ({Said.Day(told.At, session.Clock)})");
        if (memory.Hidden.Count > 0)
            session.Terminal.Say($"Never mentioned by any buddy: {string.Join(", ", memory.Hidden)}");
        if (asked.Count > 0)
            session.Terminal.Say("Asked:");
        foreach (var one in asked)
            session.Terminal.Say($"      {one.Question}  ({Said.Day(one.At, session.Clock)})");
    }

    private static string Text(Told told) => told.Kind switch
    {
        ToldKind.Name => $"you are called {told.Text}",
        ToldKind.Place => $"your {told.What}: {told.Text}",
        _ => told.Text,
    };

    private static Command Correct(Session session)
    {
        var number = new Argument<long>("number") { Description = "As shown by `buddy memory`." };
        var text = Common.Words(session, "text", "What is true.");
        var buddy = Common.Buddy();
        var command = new Command("correct", "Put one thing right.") { number, text, buddy };
        command.SetAction(async (parse, _) =>
        {
            await session.Host.Memories.CorrectAsync(
                session.Host.ChosenBuddy(parse.GetValue(buddy)), parse.GetValue(number), string.Join(' ', parse.GetValue(text) ?? []).Trim());
            session.SayNotes();
            session.Terminal.Say("Put right.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Forget(Session session)
    {
        var number = new Argument<long?>("number") { Description = "As shown by `buddy memory`.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Everything told, asked and lived." };
        var (buddy, yes) = (Common.Buddy(), Common.Yes());
        var command = new Command("forget", "Erase from a memory, for good.") { number, all, buddy, yes };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(number) is not null))
                result.AddError("Give a number of `buddy memory`, or --all.");
        });
        command.SetAction(async (parse, _) =>
        {
            var who = session.Host.ChosenBuddy(parse.GetValue(buddy));
            var what = parse.GetValue(number) is { } id ? $"thing {id}" : "everything";
            Common.Confirm(session, $"{NameOf(who)} is to forget {what}, for good?", parse.GetValue(yes));
            if (parse.GetValue(number) is { } one)
                await session.Host.Memories.ForgetAsync(who, one);
            else
                await session.Host.Memories.ForgetAllAsync(who);
            session.SayNotes();
            session.Terminal.Say("Forgotten.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Mention(Session session)
    {
        var name = Common.Words(session, "what", "A name that is never mentioned.");
        var command = new Command("mention", "Take back a “never mention”.") { name };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var what = string.Join(' ', parse.GetValue(name) ?? []);
            if (!await session.Host.MentionAgainAsync(what, cancellationToken))
                throw new BuddyException($"Nothing is kept quiet under the name {Display.Line(what)}; see `bitbuddy buddy memory`.", ExitCode.NotFound);
            session.SayNotes();
            session.Terminal.Say($"{what} may be mentioned again.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static string NameOf(BuddyFolder? buddy) => buddy?.Name ?? Characters.Default.Name;
}
