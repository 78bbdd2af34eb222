using BitBuddy.App.Editing;

namespace BitBuddy.Tests.Editing;

public sealed class KeyMapTests
{
    [Theory]
    [InlineData('\0', ConsoleKey.LeftArrow, ConsoleModifiers.None, Edit.Left)]
    [InlineData('\0', ConsoleKey.LeftArrow, ConsoleModifiers.Control, Edit.WordLeft)]
    [InlineData('\u007f', ConsoleKey.Backspace, ConsoleModifiers.Control, Edit.EraseWordLeft)]
    [InlineData('\b', ConsoleKey.Backspace, ConsoleModifiers.None, Edit.Backspace)]
    [InlineData('\u0004', ConsoleKey.D, ConsoleModifiers.Control, Edit.DeleteOrEnd)]
    [InlineData('\r', ConsoleKey.Enter, ConsoleModifiers.None, Edit.Enter)]
    [InlineData('b', ConsoleKey.B, ConsoleModifiers.Alt, Edit.WordLeft)]
    [InlineData('@', ConsoleKey.Q, ConsoleModifiers.Control | ConsoleModifiers.Alt, Edit.Insert)]
    [InlineData('\ud83d', (ConsoleKey)0, ConsoleModifiers.None, Edit.Insert)]
    [InlineData('\0', ConsoleKey.F1, ConsoleModifiers.None, null)]
    [InlineData('\e', ConsoleKey.Escape, ConsoleModifiers.None, null)]
    public void Windows_AKeyOfItsConsole_DoesWhatItSays(char character, ConsoleKey key, ConsoleModifiers modifiers, object? edit) =>
        Assert.Equal(edit, KeyMap.Windows(new ConsoleKeyInfo(
            character, key, modifiers.HasFlag(ConsoleModifiers.Shift), modifiers.HasFlag(ConsoleModifiers.Alt), modifiers.HasFlag(ConsoleModifiers.Control)))?.Edit);
}
