using BitBuddy.Conversation;

namespace BitBuddy.App.Screens;

/// <summary>Which section of a long text the brain is reading, at a terminal; gone before its words come.</summary>
internal sealed class ReadingLine(Terminal terminal)
{
    private bool _drawn;

    public void Show(ReplyPart.Reading reading)
    {
        if (!terminal.ErrorIsTerminal)
            return;
        terminal.Err.Write($"\rReading part {Said.Number(reading.Section)} of {Said.Number(reading.Sections)} …\u001b[K");
        _drawn = true;
    }

    public void Clear()
    {
        if (_drawn)
            terminal.Err.Write("\r\u001b[K");
        _drawn = false;
    }
}
