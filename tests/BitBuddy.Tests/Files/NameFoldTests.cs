using System.Text;
using BitBuddy.Files;
using FsCheck;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Files;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("Résumé.PDF", "resume.pdf")]
    [InlineData("Re\u0301sume\u0301", "resume")]
    [InlineData("STRAẞE Straße", "strasse strasse")]
    [InlineData("Łódź", "lodz")]
    [InlineData("ÆON œuvre", "aeon oeuvre")]
    [InlineData("Ёлка и йод", "елка и иод")]
    [InlineData("ΆΛΦΑΣ", "αλφασ")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("😀 日本", "😀 日本")]
    [InlineData("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af")]
    [InlineData("が", "か")]
    public void Fold_Names_AreComparable(string name, string expected) => Assert.Equal(expected, NameFold.Fold(name));

    [Fact]
    public void Fold_BytesThatAreNotText_ShowOneMarkEach() => Assert.Equal("a\uFFFD\uFFFDb", NameFold.Fold([(byte)'A', 0xFF, 0xFE, (byte)'B']));

    [Property]
    public void Fold_Twice_ChangesNothing(string? text)
    {
        var once = NameFold.Fold(text ?? "");
        Assert.Equal(once, NameFold.Fold(once));
    }

    [Property]
    public void Fold_AnyBytes_FitTheBuffer(byte[] bytes) => Assert.InRange(NameFold.Fold(bytes, new char[bytes.Length]), 0, bytes.Length);

    [Fact]
    public void Fold_EveryLetter_IsStableAndFits()
    {
        for (var c = 1; c < 0x11000; c++)
        {
            if (!Rune.TryCreate(c, out var rune))
                continue;
            var text = rune.ToString();
            var once = NameFold.Fold(text);
            Assert.Equal(once, NameFold.Fold(once));
            Assert.True(NameFold.Fold(Encoding.UTF8.GetBytes(text), new char[Encoding.UTF8.GetByteCount(text)]) == once.Length);
        }
    }
}
