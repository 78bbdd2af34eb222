using System.Text;
using BitBuddy.Llama;
using FsCheck.Xunit;

namespace BitBuddy.EngineTests;

public sealed class StreamingTextTests
{
    [Property]
    public bool Add_AnyTextByteByByte_GivesWholeCharactersAndTheSameText(string? text)
    {
        // A lone half of a pair has no UTF-8.
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        var stream = new StreamingText();
        var pieces = Encoding.UTF8.GetBytes(valid + "🦙é").Select(value => stream.Add([value])).ToList();
        return string.Concat(pieces) == valid + "🦙é" && pieces.All(piece => piece.Length == 0 || !char.IsLowSurrogate(piece[0]));
    }

    [Fact]
    public void Add_BytesThatAreNoText_BecomeReplacementCharacters() =>
        Assert.Equal("a\uFFFDb", new StreamingText().Add([(byte)'a', 0xFF, (byte)'b']));
}
