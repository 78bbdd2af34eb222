using BitBuddy.Conversation;

namespace BitBuddy.App.Screens;

/// <summary>Draws the parts of a reply as they come: the card at once, then the buddy's words.</summary>
internal sealed class ReplyScreen(Terminal terminal, string buddy, TimeProvider clock)
{
    /// <summary>Of what takes time before the facts are there; gone when they are.</summary>
    public InsightProgressLine Progress { get; } = new(terminal, clock);

    private readonly ReadingLine _reading = new(terminal);
    private bool _speaking;

    /// <summary>Draws all parts and returns the finished reply.</summary>
    public async Task<Reply> DrawAsync(IAsyncEnumerable<ReplyPart> parts)
    {
        try
        {
            await foreach (var part in parts)
            {
                switch (part)
                {
                    case ReplyPart.FactsFound { Facts: var facts }:
                        Progress.Clear();
                        FactsCard.Draw(terminal, facts, clock);
                        break;
                    case ReplyPart.Reading reading:
                        _reading.Show(reading);
                        break;
                    case ReplyPart.Words { Text: var text }:
                        _reading.Clear();
                        Speak(text);
                        break;
                    case ReplyPart.Done { Reply: var reply }:
                        _reading.Clear();
                        End(reply.Cut ? " [cut: the brain stopped here]" : "");
                        return reply;
                    default:
                        break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            Progress.Clear();
            _reading.Clear();
            End(" [stopped]");
            throw;
        }

        throw new InvalidOperationException("A reply ended without its last part.");
    }

    private void Speak(string text)
    {
        if (!_speaking)
            terminal.Out.Write($"{Display.Line(buddy)}: ");
        _speaking = true;
        terminal.Out.Write(Display.Block(text));
    }

    private void End(string mark)
    {
        if (_speaking)
            terminal.Out.WriteLine(mark);
        _speaking = false;
    }
}
