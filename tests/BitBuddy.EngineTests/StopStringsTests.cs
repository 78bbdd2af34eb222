using BitBuddy.Llama;
using FsCheck.Xunit;

namespace BitBuddy.EngineTests;

public sealed class StopStringsTests
{
    [Property]
    public bool Add_AnyTextInAnyPieces_EndsExactlyBeforeTheFirstStop(bool[]? choices, byte pieceSize)
    {
        string[] stops = ["aab", "bb", "abba"];
        var text = string.Concat((choices ?? []).Select(choice => choice ? 'a' : 'b'));
        var first = stops.Select(stop => text.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        var stream = new StopStrings(stops);
        var shown = string.Concat(text.Chunk((pieceSize % 5) + 1).Select(piece => stream.Add(new string(piece)))) + stream.Finish();

        // In larger pieces a stop that begins later may be whole earlier; nothing from the first one on is ever shown.
        return first < 0 ? shown == text && !stream.Stopped : stream.Stopped && shown.Length <= text.Length && text.StartsWith(shown, StringComparison.Ordinal)
            && !stops.Any(stop => shown.Contains(stop, StringComparison.Ordinal));
    }

    [Fact]
    public void Add_StartOfAStop_IsHeldUntilClear()
    {
        var stream = new StopStrings(["\nUser:"]);

        Assert.Equal("Hi", stream.Add("Hi\nUs"));
        Assert.Equal("\nUseful", stream.Add("eful"));
        Assert.Equal(".", stream.Add(".\n"));
        Assert.Equal("", stream.Add("User: and more"));
        Assert.True(stream.Stopped);
        Assert.Equal("", stream.Finish());
    }
}
