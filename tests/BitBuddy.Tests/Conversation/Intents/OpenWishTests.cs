using BitBuddy.Conversation;

namespace BitBuddy.Tests.Conversation.Intents;

public sealed class OpenWishTests
{
    [Theory]
    [InlineData("/open 3", 3, false)]
    [InlineData("/reveal 3", 3, true)]
    [InlineData("open 1", 1, false)]
    [InlineData("open the second", 2, false)]
    [InlineData("open the second one", 2, false)]
    [InlineData("Open the 3rd file please", 3, false)]
    [InlineData("can you open number 12?", 12, false)]
    [InlineData("open it", 1, false)]
    [InlineData("ok, open the first of them", 1, false)]
    [InlineData("open the third in its folder", 3, true)]
    [InlineData("reveal it", 1, true)]
    [InlineData("open the folder of the second", 2, true)]
    public void Read_AWishToOpen_IsKnown(string text, int number, bool reveals) => Assert.Equal(new OpenWish(number, reveals), OpenWish.Read(text));

    [Theory]
    [InlineData("open Downloads")]
    [InlineData("open the second draft")]
    [InlineData("open report.pdf")]
    [InlineData("open")]
    [InlineData("/open")]
    [InlineData("/open x")]
    [InlineData("open 0")]
    [InlineData("open -1")]
    [InlineData("open a file")]
    [InlineData("the second one")]
    [InlineData("what did I open")]
    [InlineData("")]
    public void Read_AnythingElse_IsNone(string text) => Assert.Null(OpenWish.Read(text));
}
