using System.Threading.Channels;

namespace BitBuddy.App.Editing;

/// <summary>
/// Lines typed at a terminal: keys that wait are applied to the line, the line is drawn, the next keys are awaited. Keys typed before
/// the prompt is there wait too, and show when it is.
/// </summary>
internal sealed class LineEditor(ChannelReader<Key> keys, TextWriter screen, Func<int> width) : ILines
{
    public const string Prompt = "> ";

    private readonly History _history = new();

    public async ValueTask<TypedLine> ReadAsync(Action<string> typing)
    {
        var (line, view, seen) = (new LineBuffer(), new LineView(Prompt), "");
        while (true)
        {
            LineEnd? end = null;
            while (end is null && keys.TryRead(out var key))
                end = Apply(key, line);
            if (end is { } how)
            {
                line.End();
                screen.Write(view.Draw(line, width()) + "\r\n");
                _history.Add(line.Text);
                return new TypedLine(line.Text, how);
            }

            screen.Write(view.Draw(line, width()));
            if (line.Text != seen)
                typing(seen = line.Text);
            if (!await keys.WaitToReadAsync())
                return new TypedLine("", LineEnd.EndOfInput);
        }
    }

    private LineEnd? Apply(Key key, LineBuffer line)
    {
        switch (key.Edit)
        {
            case Edit.Enter:
                return LineEnd.Enter;
            case Edit.Closed:
                line.Replace("");
                return LineEnd.EndOfInput;
            case Edit.DeleteOrEnd when line.Text.Length == 0:
                return LineEnd.EndOfInput;
            case Edit.Interrupt when line.Text.Length == 0:
                return LineEnd.Interrupt;
            case Edit.Interrupt:
                line.Replace("");
                _history.Restart();
                break;
            case Edit.Insert when !line.Insert(key.Text):
                screen.Write('\a');
                break;
            case Edit.ClearScreen:
                screen.Write("\e[H\e[2J");
                break;
            case Edit.Older:
                line.Replace(_history.Older(line.Text));
                break;
            case Edit.Newer:
                line.Replace(_history.Newer(line.Text));
                break;
            default:
                Change(key.Edit, line);
                break;
        }

        return null;
    }

    private static void Change(Edit edit, LineBuffer line)
    {
        Action? change = edit switch
        {
            Edit.Left => line.Left,
            Edit.Right => line.Right,
            Edit.WordLeft => line.WordLeft,
            Edit.WordRight => line.WordRight,
            Edit.Home => line.Home,
            Edit.End => line.End,
            Edit.Backspace => line.Backspace,
            Edit.Delete or Edit.DeleteOrEnd => line.Delete,
            Edit.EraseWordLeft => line.EraseWordLeft,
            Edit.EraseWordRight => line.EraseWordRight,
            Edit.EraseToStart => line.EraseToStart,
            Edit.EraseToEnd => line.EraseToEnd,
            _ => null,
        };
        change?.Invoke();
    }
}
