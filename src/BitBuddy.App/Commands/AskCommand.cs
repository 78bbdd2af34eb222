using System.CommandLine;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>ask "QUESTION"</c>: facts first, then the buddy's words.</summary>
internal static class AskCommand
{
    public static Command Create(Session session)
    {
        var question = Common.Words(session, "question", "What you want to know.");
        var buddy = Common.Buddy();
        var folder = Common.Folder();
        var brain = Common.Brain();
        var limit = new Option<int>("--limit") { Description = "How many files to list.", DefaultValueFactory = _ => 20, HelpName = "20" };
        var fresh = new Option<bool>("--fresh") { Description = "Do not answer from the reply cache." };
        var keepAlive = Common.KeepAlive();
        var json = Common.Json();
        var command = new Command("ask", "Ask about your files.") { question, buddy, folder, brain, limit, fresh, keepAlive, json };
        command.SetAction((parse, cancellationToken) => RunAsync(
            session,
            new Question(string.Join(' ', parse.GetValue(question) ?? []))
            {
                Limit = parse.GetValue(limit),
                Fresh = parse.GetValue(fresh),
                KeepAlive = parse.GetValue(keepAlive),
                AskedAt = session.StartedAt,
            },
            parse.GetValue(folder) ?? [], parse.GetValue(buddy), parse.GetValue(brain), parse.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Session session, Question question, string[] folders, string? buddyName, string? brain, bool json, CancellationToken cancellationToken)
    {
        question.Check();
        var host = session.Host;
        if (OpenWish.Read(question.Text) is { } wish)
        {
            await OpenCommand.RunAsync(session, wish, json, cancellationToken);
            return (int)ExitCode.Ok;
        }

        using (var progress = new ScanProgressLine(session.Terminal, session.Clock))
            question = question with { Folders = await host.PrepareAsync(folders, progress, cancellationToken, host.ChosenBuddy(buddyName)?.Name) };
        using (var percent = new PercentLine(session.Terminal, "Checking the brain"))
            await host.Choice.SettleAsync(brain, percent, cancellationToken);
        var buddy = host.Buddy(buddyName);
        session.SayNotes();

        if (json)
            await PrintAsync(session, buddy, question, cancellationToken);
        else
            await Common.DrawReplyAsync(session, buddy, question, cancellationToken);
        session.SayNotes();
        await host.CatchUpAsync(question.Folders, Common.CatchUpBudget, cancellationToken);
        return (int)ExitCode.Ok;
    }

    private static async Task PrintAsync(Session session, Buddy buddy, Question question, CancellationToken cancellationToken)
    {
        var progress = new InsightProgressLine(session.Terminal, session.Clock);
        var reading = new ReadingLine(session.Terminal);
        var reply = await LastAsync(buddy.AskAsync(question with { Progress = progress }, cancellationToken), part =>
        {
            progress.Clear();
            reading.Show(part);
        });
        progress.Clear();
        reading.Clear();
        session.Terminal.Out.WriteLine(AppJson.Print(AskJson.Of(reply)));
    }

    private static async Task<Reply> LastAsync(IAsyncEnumerable<ReplyPart> parts, Action<ReplyPart.Reading> read)
    {
        Reply? reply = null;
        await foreach (var part in parts)
        {
            if (part is ReplyPart.Reading reading)
                read(reading);
            reply = (part as ReplyPart.Done)?.Reply ?? reply;
        }

        return reply!;
    }
}
