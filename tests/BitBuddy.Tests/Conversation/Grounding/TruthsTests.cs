using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.Tests.Conversation.Grounding;

public sealed class TruthsTests
{
    [Theory]
    // Where it was cut in two, a folder's name says nothing of a number.
    [InlineData("7 GB", 0)]
    [InlineData("65 KB", 1)]
    [InlineData("tax return 2018.pdf", 14)]
    [InlineData("2018.pdf", 3)]
    [InlineData("/tmp/some 7folder/other.pdf", 18)]
    // Nothing is wrong with how it is spelled.
    [InlineData("64 KB", 0)]
    public void Shared_OfAClaim_IsHowFarItFollowsATruth(string claim, int shared)
    {
        FileEntry file = new(1, "/tmp/some 7folder/tax return 2019.pdf", "tax return 2019.pdf", 64_000, DateTimeOffset.UnixEpoch, FileKind.Document);
        var facts = new Facts { Intent = IntentKind.Find, Count = 1, Bytes = 64_000, Files = [file] };

        Assert.Equal(shared, new Truths(facts, TimeProvider.System).Shared(claim));
    }
}
