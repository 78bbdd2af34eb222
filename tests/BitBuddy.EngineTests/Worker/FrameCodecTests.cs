using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using FsCheck.Xunit;

namespace BitBuddy.EngineTests.Worker;

public sealed class FrameCodecTests
{
    [Property]
    public bool Add_AnyFramesInAnyPieces_GivesThemBack(byte[][]? payloads, byte pieceSize)
    {
        var types = Enum.GetValues<FrameType>();
        var sent = (payloads ?? []).Select((payload, i) => (Type: types[i % types.Length], Payload: payload ?? [])).ToList();
        var bytes = sent.SelectMany(frame => FrameCodec.Encode(frame.Type, frame.Payload)).ToArray();
        var codec = new FrameCodec();

        var got = bytes.Chunk((pieceSize % 20) + 1).SelectMany(piece => codec.Add(piece)).ToList();

        return got.Count == sent.Count && got.Zip(sent).All(pair => pair.First.Type == pair.Second.Type && pair.First.Payload.Span.SequenceEqual(pair.Second.Payload));
    }

    [Property]
    public bool Add_AnyBytes_GivesFramesOrRefuses(byte[]? bytes)
    {
        try
        {
            return new FrameCodec().Add(bytes ?? []).All(frame => Enum.IsDefined(frame.Type));
        }
        catch (LlamaException)
        {
            return true;
        }
    }

    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 99, 0)]
    [InlineData(1, 1, FrameCodec.LargestPayload + 1)]
    [InlineData(1, 1, -1)]
    public void Add_WrongHeader_Refuses(byte version, byte type, int length) =>
        Assert.Throws<LlamaException>(() => new FrameCodec().Add([version, type, .. BitConverter.GetBytes(length)]));

    [Fact]
    public void Encode_PayloadOverTheLimit_Refuses() =>
        Assert.Throws<LlamaException>(() => FrameCodec.Encode(FrameType.Chat, new byte[FrameCodec.LargestPayload + 1]));
}
