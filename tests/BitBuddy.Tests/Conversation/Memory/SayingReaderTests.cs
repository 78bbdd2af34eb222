using BitBuddy.Conversation;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Conversation.Memory;

public sealed class SayingReaderTests
{
    private static readonly SayingReader Reader = new(name => name.ToLowerInvariant() is "uni" or "thesis" or "downloads" or "my photos" or "private");

    [Theory]
    [InlineData("call me Sam", "CallMe { Name = Sam }")]
    [InlineData("Hi, please call me Zoë van Dam!", "CallMe { Name = Zoë van Dam }")]
    [InlineData("My name is “Sam”.", "CallMe { Name = Sam }")]
    [InlineData("remember that my name is Sam", "CallMe { Name = Sam }")]
    [InlineData("my thesis is in Uni/Thesis", "Lies { What = thesis, Folder = Uni/Thesis }")]
    [InlineData("My tax papers are in the folder Downloads", "Lies { What = tax papers, Folder = Downloads }")]
    [InlineData("my thesis is in ~/Documents/Uni/Thesis", "Lies { What = thesis, Folder = Uni/Thesis }")]
    [InlineData(@"my thesis lives in Uni\Thesis", "Lies { What = thesis, Folder = Uni/Thesis }")]
    [InlineData("my thesis is in Uni/Nowhere", "LiesNowhere { What = thesis, Folder = Uni/Nowhere }")]
    [InlineData("remember that the landlord wants the blue form", "Remember { Text = the landlord wants the blue form }")]
    [InlineData("please remember: no meetings on Fridays.", "Remember { Text = no meetings on Fridays }")]
    [InlineData("remember to back up the photos", "Remember { Text = to back up the photos }")]
    [InlineData("never mention the folder Private", "NeverMention { Name = Private }")]
    [InlineData("Please never mention \"Uni/Private\" again!", "NeverMention { Name = Uni/Private }")]
    [InlineData("don't ever mention the Private folder", "NeverMention { Name = Private }")]
    [InlineData("never show me the folder Private", "NeverMention { Name = Private }")]
    [InlineData("you may mention Private again", "MentionAgain { Name = Private }")]
    [InlineData("forget that", "ForgetLast { }")]
    [InlineData("forget my name", "ForgetName { }")]
    [InlineData("don’t call me Sam", "ForgetName { }")]
    [InlineData("forget about the landlord", "ForgetAbout { What = landlord }")]
    [InlineData("forget everything you know about me", "ForgetAll { }")]
    [InlineData("what is my name?", "WhoAmI { }")]
    [InlineData("who am i", "WhoAmI { }")]
    [InlineData("What do you know about me?", "WhatIsKnown { }")]
    [InlineData("what did I ask you?", "WhatWasAsked { }")]
    public void Read_WhatIsTold_IsUnderstood(string text, string expected) => Assert.Equal(expected, Reader.Read(text)?.ToString());

    [Theory]
    [InlineData("how many pdfs do I have")]
    [InlineData("where is my thesis")]
    [InlineData("is my thesis in Uni?")]
    [InlineData("my thesis is in Uni/Thesis?")]
    [InlineData("my mother is in hospital")]
    [InlineData("my biggest file")]
    [InlineData("call me later")]
    [InlineData("call me when you are done")]
    [InlineData("call me 12 files")]
    [InlineData("don't show me pdfs")]
    [InlineData("never mention it")]
    [InlineData("hello")]
    [InlineData("thanks")]
    [InlineData("show me my photos again from May")]
    [InlineData("never mind")]
    [InlineData("what files")]
    [InlineData("find notes: meeting")]
    [InlineData("")]
    public void Read_AQuestion_IsNone(string text) => Assert.Null(Reader.Read(text));

    [Fact]
    public void Read_LongText_IsNoSayingAndCostsNothing() => Assert.Null(Reader.Read("remember that " + new string('x', 100_000)));

    [Property(MaxTest = 500)]
    public void Read_AnyText_NeverFails(string? begin, string? end)
    {
        foreach (var said in (string[])["", "call me ", "my ", "never mention ", "remember that ", "forget "])
            Reader.Read(said + begin + " is in " + end);
    }
}
