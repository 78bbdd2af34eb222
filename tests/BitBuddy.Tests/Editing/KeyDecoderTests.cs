using System.Text;
using BitBuddy.App.Editing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Editing;

public sealed class KeyDecoderTests
{
    private static readonly string[] Pieces =
    [
        "how", " ", "漢", "😀", "\r", "\n", "\t", "\e", "\e[A", "\eOD", "\e[1;5C", "\e[3~", "\e[200~", "\e[201~", "\e[20", "1~", "\eb", "\e[[A", "\e[<35;1;1M", "\u007f", "\u0003", "\u0004", "\u0017", "\u009b",
    ];

    [Theory]
    [InlineData("\e[A", nameof(Edit.Older))]
    [InlineData("\eOA", nameof(Edit.Older))]
    [InlineData("\e[B\u000e", $"{nameof(Edit.Newer)} {nameof(Edit.Newer)}")]
    [InlineData("\e[C\e[D", $"{nameof(Edit.Right)} {nameof(Edit.Left)}")]
    [InlineData("\e[1;5C\e[1;3D\eOc\eb\ef", $"{nameof(Edit.WordRight)} {nameof(Edit.WordLeft)} {nameof(Edit.WordRight)} {nameof(Edit.WordLeft)} {nameof(Edit.WordRight)}")]
    [InlineData("\e[1;2C", nameof(Edit.Right))]
    [InlineData("\e[H\e[1~\e[7~\u0001", $"{nameof(Edit.Home)} {nameof(Edit.Home)} {nameof(Edit.Home)} {nameof(Edit.Home)}")]
    [InlineData("\eOF\e[4~\e[8~\u0005", $"{nameof(Edit.End)} {nameof(Edit.End)} {nameof(Edit.End)} {nameof(Edit.End)}")]
    [InlineData("\u007f\b\e\u007f\u0017", $"{nameof(Edit.Backspace)} {nameof(Edit.Backspace)} {nameof(Edit.EraseWordLeft)} {nameof(Edit.EraseWordLeft)}")]
    [InlineData("\e[3~\e[3;5~\ed", $"{nameof(Edit.Delete)} {nameof(Edit.EraseWordRight)} {nameof(Edit.EraseWordRight)}")]
    [InlineData("\u0015\u000b\u000c\u0004", $"{nameof(Edit.EraseToStart)} {nameof(Edit.EraseToEnd)} {nameof(Edit.ClearScreen)} {nameof(Edit.DeleteOrEnd)}")]
    [InlineData("\r\n\eOM", $"{nameof(Edit.Enter)} {nameof(Edit.Enter)} {nameof(Edit.Enter)}")]
    // Keys without a meaning, a report of the terminal, a sequence broken off.
    [InlineData("\e[[A\e[15~\e[I\e[?1;2c\u0007\u009b\e[1\r", nameof(Edit.Enter))]
    [InlineData("\e\e[D", nameof(Edit.Left))]
    public void Decode_Keys_AreWhatTheyMean(string sent, string edits) =>
        Assert.Equal(edits, string.Join(' ', Decode(sent).Select(key => key.Edit)));

    [Theory]
    [InlineData("\e[200~one\r\ntwo\n\n\nthree\tfour\e[201~", "one two three four")]
    [InlineData("\e[200~\e[2J\u0003\eb\e[201~", "\e[2J\u0003\eb")]
    [InlineData("\e[200~a\e[201b\e\e[201~", "a\e[201b\e")]
    [InlineData("漢\u0001", "漢")]
    [InlineData("\exyz", "xyz")]
    public void Decode_PasteOrText_IsInsertedAndIsNoCommand(string sent, string inserted) =>
        Assert.Equal(inserted, string.Concat(Decode(sent).Where(key => key.Edit == Edit.Insert).Select(key => key.Text)));

    [Fact]
    public void Decode_EnterAfterAPaste_IsEnterAgain() =>
        Assert.Equal([new Key(Edit.Insert, "a "), new Key(Edit.Enter)], Decode("\e[200~a\r\e[201~\r"));

    [Property(MaxTest = 1000)]
    public Property Decode_CutAnywhere_GivesTheSame() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))).ToArbitrary(), Gen.Choose(1, 5).ListOf().ToArbitrary(),
        (bytes, cuts) => Assert.Equal(Joined([bytes]), Joined(Cut(bytes, cuts))));

    [Property(MaxTest = 1000)]
    public void Decode_AnyBytes_NeverThrowsAndKeepsTheirOrder(byte[] bytes) => Assert.Equal(Joined([bytes]), Joined(bytes.Select(one => new[] { one })));

    private static IReadOnlyList<Key> Decode(string sent) => new KeyDecoder().Decode(Encoding.UTF8.GetBytes(sent));

    private static List<Key> Joined(IEnumerable<byte[]> reads)
    {
        var decoder = new KeyDecoder();
        var keys = new List<Key>();
        foreach (var key in reads.SelectMany(read => decoder.Decode(read)))
        {
            if (key.Edit == Edit.Insert && keys is [.., { Edit: Edit.Insert } last])
                keys[^1] = new Key(Edit.Insert, last.Text + key.Text);
            else
                keys.Add(key);
        }

        return keys;
    }

    private static IEnumerable<byte[]> Cut(byte[] bytes, List<int> cuts)
    {
        for (int at = 0, i = 0; at < bytes.Length; i++)
        {
            var length = Math.Min(cuts.Count == 0 ? 1 : cuts[i % cuts.Count], bytes.Length - at);
            yield return bytes[at..(at + length)];
            at += length;
        }
    }
}
