using System.Text;
using FsCheck.Xunit;

namespace BitBuddy.Tests;

public sealed class DisplayTests
{
    [Theory]
    [InlineData("plain name.pdf", "plain name.pdf")]
    [InlineData("Ünïcødé 日本語 😀.txt", "Ünïcødé 日本語 😀.txt")]
    [InlineData("a\u001b]52;c;x\u0007b", "a\\u{1b}]52;c;x\\u{7}b")]
    [InlineData("gpj.\u202Eexe", "gpj.\\u{202e}exe")]
    [InlineData("a\nb", "a\\u{a}b")]
    [InlineData("a\u200bb\u2028\u0085", "a\\u{200b}b\\u{2028}\\u{85}")]
    public void Line_AnyText_ShowsWhatWouldSteerTheScreen(string text, string expected) => Assert.Equal(expected, Display.Line(text));

    [Fact]
    public void Line_HalfACharacter_IsShownAsItsNumber() => Assert.Equal("half \\u{d83d}", Display.Line("half \ud83d"));

    [Fact]
    public void Block_LineFeeds_Stay() => Assert.Equal("a\nb\\u{9}", Display.Block("a\nb\t"));

    [Property]
    public void Line_AnyText_HasNothingUnsafeAndIsStable(string? text)
    {
        var shown = Display.Line(text ?? "");

        Assert.All(shown.EnumerateRunes(), rune => Assert.False(Display.IsUnsafe(rune)));
        Assert.Equal(shown, Display.Line(shown));
        Assert.Equal(shown, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)));
    }
}
