using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>open N</c> and <c>reveal N</c>: a file of the last list, by the user's words alone.</summary>
internal static class OpenCommand
{
    public static Command Create(Session session) => Create(session, "open", "Open a file of the last list; a program is shown in its folder and never run.", reveals: false);

    public static Command CreateReveal(Session session) => Create(session, "reveal", "Open the folder of a file of the last list.", reveals: true);

    /// <summary>Does what is wished for and says so.</summary>
    public static async Task RunAsync(Session session, OpenWish wish, bool json, CancellationToken cancellationToken)
    {
        var opened = await session.Host.OpenAsync(wish, cancellationToken);
        if (json)
            session.Terminal.Out.WriteLine(AppJson.Print(new OpenedJson(opened.Path, opened.IsRevealed, opened.Why)));
        else
            session.Terminal.Say(opened.Sentence);
    }

    private static Command Create(Session session, string verb, string description, bool reveals)
    {
        var number = new Argument<int>("N") { Description = "Its number in the last list." };
        var json = Common.Json();
        var command = new Command(verb, description) { number, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await RunAsync(session, new OpenWish(parse.GetValue(number), reveals), parse.GetValue(json), cancellationToken);
            session.SayNotes();
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
