namespace BitBuddy.Tests.FirstRun;

public sealed class FirstRunQuestionTests
{
    private static readonly FirstRunOption Second = new("second", "the second");
    private readonly FirstRunQuestion _question = new("brain", "Which?", [new("first", "the first"), Second], Second);

    [Theory]
    [InlineData("", "second")]
    [InlineData(" 1 ", "first")]
    [InlineData("FIRST", "first")]
    [InlineData("2", "second")]
    public void TryAnswer_NumberNameOrNothing_IsTheOption(string text, string id)
    {
        Assert.Null(_question.TryAnswer(text));
        Assert.Equal(id, _question.Answer);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("the first")]
    public void TryAnswer_NoneOfThem_SaysWhatIsAllowedAndStands(string text)
    {
        Assert.Equal("Answer with a number from 1 to 2, or with a name of the list.", _question.TryAnswer(text));
        Assert.Null(_question.Answer);
    }

    [Fact]
    public void TryAnswer_AnyTextIsWanted_IsTakenButNotNothing()
    {
        var question = new FirstRunQuestion("file", "Where?", []);

        Assert.NotNull(question.TryAnswer("  "));
        Assert.Null(question.TryAnswer(" 1 "));
        Assert.Equal("1", question.Answer);
    }
}
