using BitBuddy;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Conversation.Rules;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("a\u0007b", "a\\u{7}b")]
    public void Shown_ShortName_IsWholeAndHarmless(string name, string expected) => Assert.Equal(expected, NameText.Shown(name));

    [Fact]
    public void Shown_LongName_KeepsStartAndExtension()
    {
        var shown = NameText.Shown("start" + new string('x', 300) + "end.pdf");
        Assert.Equal(80, shown.Length);
        Assert.StartsWith("start", shown, StringComparison.Ordinal);
        Assert.EndsWith("end.pdf", shown, StringComparison.Ordinal);
    }

    [Property]
    public void Cut_EmojiAnywhere_IsNeverSplit(byte before, byte after)
    {
        var cut = NameText.Cut(new string('a', before) + string.Concat(Enumerable.Repeat("😀", 60)) + new string('b', after), 80);
        Assert.InRange(cut.Length, 1, 80);
        Assert.Equal(Display.Line(cut), cut);
    }
}
