using BitBuddy.Brains;
using FsCheck;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Brains;

public sealed class KeepAliveTests
{
    [Theory]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("300ms", 0.3)]
    [InlineData("1.5h", 5400)]
    [InlineData(".5s", 0.5)]
    [InlineData("3600", 3600)]
    [InlineData(" 10 ", 10)]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData("-0", 0)]
    [InlineData("1ns", 0.001)]
    [InlineData("1m1s", 61)]
    public void TryParse_Time_IsThatLong(string text, double seconds)
    {
        Assert.True(KeepAlive.TryParse(text, out var keepAlive));
        Assert.Equal(TimeSpan.FromSeconds(seconds), keepAlive.Time);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-5m")]
    [InlineData("2000000h")]
    public void TryParse_BelowZeroOrBeyondALife_IsForEver(string text)
    {
        Assert.True(KeepAlive.TryParse(text, out var keepAlive));
        Assert.Equal(KeepAlive.ForEver, keepAlive);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("5x")]
    [InlineData("1m30")]
    [InlineData("0m30")]
    [InlineData("1.2.3s")]
    [InlineData("+5")]
    [InlineData("5d")]
    [InlineData("\u0665m")]
    [InlineData("99999999999999999999999999999999h")]
    public void Parse_NoTime_IsOneSentenceThatNamesIt(string text)
    {
        Assert.False(KeepAlive.TryParse(text, out _));
        var refused = Assert.Throws<BuddyException>(() => KeepAlive.Parse(text, "--keep-alive"));
        Assert.StartsWith("--keep-alive cannot be \"", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
    }

    [Property]
    public void ToString_Parsed_IsTheSame(NonNegativeInt milliseconds)
    {
        var keepAlive = new KeepAlive(TimeSpan.FromMilliseconds(milliseconds.Get * 1000L + milliseconds.Get % 7));

        Assert.Equal(keepAlive, KeepAlive.Parse(keepAlive.ToString()));
        Assert.Equal(KeepAlive.ForEver, KeepAlive.Parse(KeepAlive.ForEver.ToString()));
    }

    [Theory]
    [InlineData("5m", BrainNeed.Reply, "5m")]
    [InlineData("5m", BrainNeed.Ahead, "1m")]
    [InlineData("5s", BrainNeed.Ahead, "5s")]
    [InlineData("0", BrainNeed.Reply, "0")]
    [InlineData("0", BrainNeed.Ahead, "1m")]
    [InlineData("0", BrainNeed.Wake, "1m")]
    [InlineData("-1", BrainNeed.Ahead, "1m")]
    [InlineData("-1", BrainNeed.Wake, "-1")]
    public void After_Need_IsHowLongItStays(string text, BrainNeed need, string expected) =>
        Assert.Equal(KeepAlive.Parse(expected).Time, KeepAlive.Parse(text).After(need));
}
