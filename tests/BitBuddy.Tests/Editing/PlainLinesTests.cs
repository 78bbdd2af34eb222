using BitBuddy.App.Editing;
using BitBuddy.App.Screens;

namespace BitBuddy.Tests.Editing;

public sealed class PlainLinesTests
{
    private readonly StringWriter _screen = new();

    [Theory]
    [InlineData("one\ntwo\n", "one|two")]
    [InlineData("one\r\n\r\ntwo", "one||two")]
    [InlineData("one\rtwo\r\n", "one|two")]
    [InlineData("\n\n", "|")]
    [InlineData("", "")]
    public async Task ReadAsync_LinesOfAPipe_AreReadWhateverEndsThem(string input, string lines)
    {
        Assert.Equal(lines, string.Join('|', (await ReadAllAsync(input, isTerminal: false)).Select(line => line.Text)));
        Assert.Empty(_screen.ToString());
    }

    [Fact]
    public async Task ReadAsync_ALineBeyondAllBounds_IsNotKeptAndTheNextIsRead()
    {
        var most = new string('a', LineBuffer.MostChars);
        var lines = await ReadAllAsync($"{most}\n{most}a\nnext\n", isTerminal: false);
        Assert.Equal([new TypedLine(most, LineEnd.Enter), new TypedLine("", LineEnd.TooLong), new TypedLine("next", LineEnd.Enter)], lines);
    }

    [Fact]
    public async Task ReadAsync_ATerminalThatCanDoNoMore_Prompts()
    {
        await ReadAllAsync("one\n", isTerminal: true);
        Assert.Equal("> > ", _screen.ToString());
    }

    private async Task<List<TypedLine>> ReadAllAsync(string input, bool isTerminal)
    {
        var terminal = new Terminal(() => new StringReader(input), TextWriter.Null, _screen, isTerminal, false, isTerminal);
        var (plain, lines) = (new PlainLines(terminal), new List<TypedLine>());
        while (await plain.ReadAsync(_ => { }) is { End: not LineEnd.EndOfInput } line)
            lines.Add(line);
        return lines;
    }
}
