using BitBuddy.Conversation;

namespace BitBuddy.Tests.Conversation.Rules;

public sealed class ContractionsTests
{
    [Theory]
    [InlineData(2, "It is here, and I do not know it.", "It's here, and I don't know it.")]
    [InlineData(2, "Ask how I am, too. As of today, that is.", "Ask how I am, too. As of today, that is.")]
    [InlineData(2, "Hi I amble.", "Hi I amble.")]
    [InlineData(2, "I have found it and I will look, there is no more.", "I've found it and I'll look, there's no more.")]
    [InlineData(3, "I have found it and I am glad.", "I have found it and I'm glad.")]
    [InlineData(7, "I am glad, and I don't hide it.", "I am glad, and I don't hide it.")]
    [InlineData(8, "It's so.", "It's so.")]
    [InlineData(9, "It's so, I can't say. Don't!", "It is so, I cannot say. Do not!")]
    public void For_Formality_LoosensOrStiffens(int formality, string phrase, string expected) =>
        Assert.Equal(expected, Contractions.For(formality, phrase));
}
