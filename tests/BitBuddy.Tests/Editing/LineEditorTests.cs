using System.Text;
using System.Threading.Channels;
using BitBuddy.App.Editing;

namespace BitBuddy.Tests.Editing;

public sealed class LineEditorTests
{
    private readonly Channel<Key> _keys = Channel.CreateUnbounded<Key>();
    private readonly StringWriter _screen = new();
    private readonly List<string> _typing = [];
    private readonly LineEditor _editor;

    public LineEditorTests() => _editor = new LineEditor(_keys.Reader, _screen, () => 80);

    [Fact]
    public async Task ReadAsync_Arrows_BringBackWhatWasAskedAndTheDraft()
    {
        Send("one\rtwo\rtwo\r \rdraft\e[A\e[A!\r\e[A\e[A\e[A\e[A\e[A\e[B\e[B\e[B\r");
        Assert.Equal(["one", "two", "two", " ", "one!"], [await LineAsync(), await LineAsync(), await LineAsync(), await LineAsync(), await LineAsync()]);
        // "one", "two" (once), "one!", then the empty draft.
        Assert.Equal("", await LineAsync());

        Send("draft\e[A\e[A\e[B\e[B?\r");
        Assert.Equal("draft?", await LineAsync());

        // Ctrl-C begins anew, behind the newest.
        Send("\e[A\e[A\u0003\e[A\r");
        Assert.Equal("draft?", await LineAsync());
    }

    [Theory]
    [InlineData("\u0004", LineEnd.EndOfInput, "")]
    [InlineData("ab\u0001\u0004\r", LineEnd.Enter, "b")]
    [InlineData("\u0003", LineEnd.Interrupt, "")]
    [InlineData("lost\u0003kept\r", LineEnd.Enter, "kept")]
    [InlineData("lost\u0003\u0003", LineEnd.Interrupt, "")]
    public async Task ReadAsync_CtrlCAndCtrlD_ClearOrDeleteOrEnd(string sent, object end, string text)
    {
        Send(sent);
        Assert.Equal(new TypedLine(text, (LineEnd)end), await _editor.ReadAsync(_typing.Add));
    }

    [Fact]
    public async Task ReadAsync_TerminalGone_EndsTheInputWithoutAskingWhatWasTyped()
    {
        Send("how ma");
        _keys.Writer.TryWrite(new Key(Edit.Closed));
        Assert.Equal(new TypedLine("", LineEnd.EndOfInput), await _editor.ReadAsync(_typing.Add));
    }

    [Fact]
    public async Task ReadAsync_KeysOneByOne_TellsWhatIsTypedAsItChanges()
    {
        var line = _editor.ReadAsync(_typing.Add).AsTask();
        Assert.Empty(_typing);
        foreach (var (key, seen) in (KeyValuePair<string, string>[])[new("h", "h"), new("\e[D", "h"), new("o", "oh"), new("\u000b", "o")])
        {
            Send(key);
            Assert.True(SpinWait.SpinUntil(() => _typing.LastOrDefault() == seen, TimeSpan.FromSeconds(30)));
        }

        Send("\r");
        Assert.Equal("o", (await line).Text);
        Assert.Equal(["h", "oh", "o"], _typing);
    }

    [Fact]
    public async Task ReadAsync_KeysThatWaited_AreShownAtThePromptDrawnOnce()
    {
        Send("typed while you spoke");
        var line = _editor.ReadAsync(_typing.Add).AsTask();
        Assert.Equal("\r\e[?7l> typed while you spoke\e7\e[K\e8\e[?7h", _screen.ToString());
        Assert.Equal(["typed while you spoke"], _typing);
        Send("\r");
        Assert.Equal("typed while you spoke", (await line).Text);
    }

    [Fact]
    public async Task ReadAsync_AResizedScreen_IsDrawnAgain()
    {
        var line = _editor.ReadAsync(_typing.Add).AsTask();
        _keys.Writer.TryWrite(new Key(Edit.Redraw));
        Send("\r");
        await line;
        Assert.True(_screen.ToString().Split('>').Length >= 3);
    }

    private async Task<string> LineAsync() => (await _editor.ReadAsync(_typing.Add)).Text;

    private void Send(string sent)
    {
        foreach (var key in new KeyDecoder().Decode(Encoding.UTF8.GetBytes(sent)))
            Assert.True(_keys.Writer.TryWrite(key));
    }
}
