using System.Text;
using BitBuddy.Files.Contents.Formats;

namespace BitBuddy.Tests.Files.Contents;

public sealed class CharsetTests
{
    private const string German = "Schöne Grüße aus München. Die Straße war naß, und über der Brücke hing ein dünner Nebel, als wir früh am Morgen losgingen.";
    private const string Russian = "Привет из Москвы. Сегодня утром шёл сильный дождь, и на улице почти никого не было, только старый почтальон спешил домой.";
    private const string Japanese = "これは日本語の文章です。今日は朝から雨が降っていて、外にはほとんど人がいませんでした。郵便屋さんだけが急いでいました。";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", German)]
    [InlineData("utf-16", German)]
    [InlineData("utf-16BE", German)]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    public void Of_ATextInThatCharset_ReadsIt(string name, string text)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes(text);

        Assert.Equal(text, Charset.Of(bytes).GetString(bytes));
        Assert.False(PlainText.IsBinary(bytes));
    }

    [Fact]
    public void Of_Utf8CutInALetter_IsUtf8() => Assert.Equal(Encoding.UTF8, Charset.Of(Encoding.UTF8.GetBytes("naïve ö").AsSpan()[..^1]));

    [Fact]
    public void IsBinary_RandomBytes_IsTrue()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);

        Assert.True(PlainText.IsBinary(bytes));
    }
}
