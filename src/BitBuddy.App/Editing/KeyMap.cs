namespace BitBuddy.App.Editing;

/// <summary>Which key does what. Null is a key that does nothing.</summary>
internal static class KeyMap
{
    /// <summary>A control character as a terminal sends it.</summary>
    public static Key? Control(char control) => control switch
    {
        '\r' or '\n' => new Key(Edit.Enter),
        '\t' => new Key(Edit.Insert, " "),
        '\b' or '\u007f' => new Key(Edit.Backspace),
        < ' ' => (char)(control + '@') switch
        {
            'A' => new Key(Edit.Home),
            'B' => new Key(Edit.Left),
            'C' => new Key(Edit.Interrupt),
            'D' => new Key(Edit.DeleteOrEnd),
            'E' => new Key(Edit.End),
            'F' => new Key(Edit.Right),
            'K' => new Key(Edit.EraseToEnd),
            'L' => new Key(Edit.ClearScreen),
            'N' => new Key(Edit.Newer),
            'P' => new Key(Edit.Older),
            'U' => new Key(Edit.EraseToStart),
            'W' => new Key(Edit.EraseWordLeft),
            _ => null,
        },
        _ => null,
    };

    /// <summary>A character typed with Alt, or after Escape; one without a meaning is typed as it is.</summary>
    public static Key? Alt(char character) => character switch
    {
        'b' or 'B' => new Key(Edit.WordLeft),
        'f' or 'F' => new Key(Edit.WordRight),
        'd' or 'D' => new Key(Edit.EraseWordRight),
        '\b' or '\u007f' => new Key(Edit.EraseWordLeft),
        _ => char.IsControl(character) ? Control(character) : new Key(Edit.Insert, $"{character}"),
    };

    /// <summary>A whole sequence that begins with <c>ESC [</c> or <c>ESC O</c>, in the spellings of xterm, rxvt, PuTTY and Linux.</summary>
    public static Key? Sequence(string sequence)
    {
        var parts = sequence[2..^1].Split(';');
        // One more than the sum of Shift 1, Alt 2, Control 4.
        var byWord = parts.Length > 1 && int.TryParse(parts[1], out var modifier) && ((modifier - 1) & 6) != 0;
        return sequence[^1] switch
        {
            'A' => new Key(Edit.Older),
            'B' => new Key(Edit.Newer),
            'C' => new Key(byWord ? Edit.WordRight : Edit.Right),
            'D' => new Key(byWord ? Edit.WordLeft : Edit.Left),
            'H' => new Key(Edit.Home),
            'F' => new Key(Edit.End),
            'M' when sequence[1] == 'O' => new Key(Edit.Enter),
            'c' when sequence[1] == 'O' => new Key(Edit.WordRight),
            'd' when sequence[1] == 'O' => new Key(Edit.WordLeft),
            '~' when parts[0] is "1" or "7" => new Key(Edit.Home),
            '~' when parts[0] is "4" or "8" => new Key(Edit.End),
            '~' when parts[0] is "3" => new Key(byWord ? Edit.EraseWordRight : Edit.Delete),
            _ => null,
        };
    }

    /// <summary>A key of the Windows console.</summary>
    public static Key? Windows(ConsoleKeyInfo key)
    {
        var byWord = (key.Modifiers & (ConsoleModifiers.Control | ConsoleModifiers.Alt)) != 0;
        return key.Key switch
        {
            ConsoleKey.UpArrow => new Key(Edit.Older),
            ConsoleKey.DownArrow => new Key(Edit.Newer),
            ConsoleKey.LeftArrow => new Key(byWord ? Edit.WordLeft : Edit.Left),
            ConsoleKey.RightArrow => new Key(byWord ? Edit.WordRight : Edit.Right),
            ConsoleKey.Home => new Key(Edit.Home),
            ConsoleKey.End => new Key(Edit.End),
            ConsoleKey.Backspace => new Key(byWord ? Edit.EraseWordLeft : Edit.Backspace),
            ConsoleKey.Delete => new Key(byWord ? Edit.EraseWordRight : Edit.Delete),
            _ when key.KeyChar == '\0' => null,
            _ when key.Modifiers == ConsoleModifiers.Alt => Alt(key.KeyChar),
            // AltGr comes as Control and Alt, with the character it makes.
            _ => char.IsControl(key.KeyChar) ? Control(key.KeyChar) : new Key(Edit.Insert, $"{key.KeyChar}"),
        };
    }
}
