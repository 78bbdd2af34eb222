using System.Text;
using BitBuddy.App.Screens;

namespace BitBuddy.App.Editing;

/// <summary>Lines of a pipe, or of a terminal that can do no more; they end with LF, CR, CRLF or the input.</summary>
internal sealed class PlainLines(Terminal terminal) : ILines
{
    private bool _afterReturn;

    public ValueTask<TypedLine> ReadAsync(Action<string> typing)
    {
        if (terminal.InputIsTerminal)
            terminal.Err.Write(LineEditor.Prompt);
        return ValueTask.FromResult(Read());
    }

    private TypedLine Read()
    {
        var (line, length) = (new StringBuilder(), 0);
        while (true)
        {
            var character = terminal.Input.Read();
            if (character == '\n' && _afterReturn)
            {
                _afterReturn = false;
                continue;
            }

            _afterReturn = character == '\r';
            if (character < 0 && length == 0)
                return new TypedLine("", LineEnd.EndOfInput);
            if (character is < 0 or '\r' or '\n')
                return length > LineBuffer.MostChars ? new TypedLine("", LineEnd.TooLong) : new TypedLine(line.ToString(), LineEnd.Enter);
            // The rest of a line without end is read and not kept.
            if (length < LineBuffer.MostChars)
                line.Append((char)character);
            length = Math.Min(length + 1, LineBuffer.MostChars + 1);
        }
    }
}
