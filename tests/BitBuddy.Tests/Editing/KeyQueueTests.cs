using BitBuddy.App.Editing;

namespace BitBuddy.Tests.Editing;

public sealed class KeyQueueTests
{
    private readonly KeyQueue _keys = new();

    [Fact]
    public async Task Send_CtrlCWhileTheKeysOfOneReadAreSent_DoesNotFallBetweenThem()
    {
        _keys.Send(LetterThenBackspace());

        var line = Editor().ReadAsync(_ => { }).AsTask();
        Assert.True(line.IsCompleted, "The prompt stays.");
        Assert.Equal(new TypedLine("", LineEnd.Interrupt), await line);
    }

    [Fact]
    public async Task Read_KeysBehindAnEnter_WaitForTheNextPrompt()
    {
        _keys.Send(new KeyDecoder().Decode("one\rtw"u8));
        _keys.Send(new KeyDecoder().Decode("o\r"u8));

        // Each prompt may have an editor of its own.
        Assert.Equal("one", (await Editor().ReadAsync(_ => { })).Text);
        Assert.Equal("two", (await Editor().ReadAsync(_ => { })).Text);
        Assert.False(_keys.TryRead(out _));
        Assert.False(_keys.WaitToReadAsync().AsTask().IsCompleted);
    }

    private LineEditor Editor() => new(_keys, new StringWriter(), () => 80);

    private IEnumerable<Key> LetterThenBackspace()
    {
        yield return new Key(Edit.Insert, "x");
        _keys.TrySend(Edit.Interrupt);
        yield return new Key(Edit.Backspace);
    }
}
