using BitBuddy.App.Editing;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Screens;

/// <summary>Draws a first run at a terminal and brings its answers; holds no logic of its own.</summary>
internal sealed class FirstRunScreen(Session session, ILines lines) : IDisposable
{
    private readonly Terminal _terminal = session.Terminal;
    private (string What, PercentLine Line)? _reading;
    private PullLine? _pull;

    /// <summary>Draws all that is left of the first run.</summary>
    /// <returns>False where it was interrupted; it goes on the next time.</returns>
    public async Task<bool> DrawAsync(FirstRun run, bool yes)
    {
        var left = false;
        var stopped = await session.Interrupt.RunReplyAsync(async token =>
        {
            await using var parts = run.RunAsync(yes, token).GetAsyncEnumerator(CancellationToken.None);
            while (!left && await parts.MoveNextAsync())
                left = !await DrawAsync(parts.Current);
        });
        if (!stopped && !left)
            return true;
        Clear();
        _terminal.Note("Stopped; run `bitbuddy` again to go on from here.");
        return false;
    }

    public void Dispose() => Clear();

    private async Task<bool> DrawAsync(FirstRunPart part)
    {
        if (part is FirstRunPart.Reading(var what, var share))
        {
            Read(what, share);
            return true;
        }

        if (part is not FirstRunPart.Fetching)
            Clear();
        switch (part)
        {
            case FirstRunPart.Asked(var question):
                return await AskAsync(question);
            case FirstRunPart.Told(var sentence):
                _terminal.Note(sentence);
                break;
            case FirstRunPart.Met(var buddy):
                _terminal.Note($"This is {buddy.Name}{(buddy.Character is { } character ? $" ({character})" : "")}.");
                break;
            case FirstRunPart.Fetching(var brain, var one):
                Fetch(brain, one);
                break;
            case FirstRunPart.Waking(var brain):
                _terminal.Note($"{brain.Name} is here and checked ({Said.Size(brain.Bytes)}); waking it…");
                break;
            case FirstRunPart.FirstWords(var buddy, var reply):
                await new ReplyScreen(_terminal, buddy, session.Clock).DrawAsync(reply);
                break;
        }

        return true;
    }

    private async Task<bool> AskAsync(FirstRunQuestion question)
    {
        _terminal.Note("");
        _terminal.Note(question.Text);
        var width = question.Options.Select(option => option.Text.Length).DefaultIfEmpty().Max();
        for (var i = 0; i < question.Options.Count; i++)
        {
            var option = question.Options[i];
            _terminal.Note($"{(option == question.Default ? "*" : " ")} {i + 1} {option.Text.PadRight(option.Detail is null ? 0 : width)}{(option.Detail is { } detail ? $"  {detail}" : "")}");
        }

        if (question.Default is not null)
            _terminal.Note("A number, or Enter for *.");
        while (true)
        {
            var line = await session.Interrupt.AtPromptAsync(() => lines.ReadAsync(_ => { }));
            if (line.End is LineEnd.Interrupt or LineEnd.EndOfInput)
                return false;
            if (question.TryAnswer(line.Text) is not { } problem)
                return true;
            _terminal.Note(problem);
        }
    }

    private void Read(string what, double share)
    {
        if (_reading?.What != what)
        {
            _reading?.Line.Dispose();
            _reading = (what, new PercentLine(_terminal, what));
        }

        _reading.Value.Line.Report(share);
    }

    private void Fetch(CatalogueBrain brain, PullEvent one)
    {
        if (_pull is null)
            _terminal.Note($"Getting {brain.Name}; Ctrl-C pauses, and the next `bitbuddy` goes on.");
        _pull ??= new PullLine(_terminal);
        _pull.Draw(one);
    }

    private void Clear()
    {
        _reading?.Line.Dispose();
        _pull?.Dispose();
        (_reading, _pull) = (null, null);
    }
}
