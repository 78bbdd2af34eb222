using BitBuddy.Conversation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Conversation.Grounding;

public sealed class GroundingGuardPropertyTests
{
    private static readonly string[] Vocabulary =
    [
        "You", "have", "12", "13", "files", ".", ". ", "! ", "\n", " ", " ", " ", "report.pdf", "tax", "return", "2019.pdf", "2019", "1.2", "GB", "twelve", "a", "dozen", "all", "of", "them", "no", "doc", "uments", "\"", "'", "`", "it's",
        "March", "12 March 2024", "yesterday", "last", "week", "<think>", "</think>", "<", "one", "any", "couldn't", "/home/sam", "\\", "\ud83d\ude00", "\ud83d", "\u202e", "e\u0301", "%", "97", "free", ",", "-", "May", "two", "hundred", "ago", "days", "99 problems but a file ain't one", "Pixel", "1. ", "…",
        "in", "the", "your", "Documents", "Taxes", "Downloads", "folder", "directory", "I", "I've", "deleted", "will", "open", "and", "been",
    ];

    private static Gen<string> Replies => Gen.Elements(Vocabulary).ListOf().Select(string.Concat);

    [Property(MaxTest = 2000)]
    public Property Push_SplitAnywhere_ShowsTheSame() => Prop.ForAll(
        Replies.ToArbitrary(), Gen.Choose(1, 7).ListOf().ToArbitrary(), (reply, cuts) =>
        {
            foreach (var facts in (Facts[])[GuardRun.Twelve, GuardRun.Both, GuardRun.None, GuardRun.Status, GuardRun.Talk])
            {
                var whole = GuardRun.Run(facts, reply);
                var split = GuardRun.Run(facts, Split(reply, cuts));
                Assert.Equal(whole.Shown, split.Shown);
                Assert.Equal(whole.Refused, split.Refused);
                Assert.Equal(whole.Sentences, split.Sentences);
            }
        });

    [Property(MaxTest = 500)]
    public void Push_AnyText_NeverThrowsNorShowsUnsafeCharacters(string? reply)
    {
        var shown = GuardRun.Run(GuardRun.Twelve, (reply ?? "").Select(character => character.ToString())).Shown;
        Assert.Equal(Display.Block(shown), shown);
    }

    [Property(MaxTest = 500)]
    public void Push_AnyNumberThatIsNoFact_IsNotShown(int number)
    {
        var said = Math.Abs((long)number) + 4;
        var shown = GuardRun.Run(GuardRun.Twelve, $"You have {said} files.").Shown;
        Assert.Equal(said == 12 ? "You have 12 files." : "", shown);
    }

    private static IEnumerable<string> Split(string text, List<int> cuts)
    {
        for (int at = 0, i = 0; at < text.Length; i++)
        {
            var length = Math.Min(cuts.Count == 0 ? 1 : cuts[i % cuts.Count], text.Length - at);
            yield return text.Substring(at, length);
            at += length;
        }
    }
}
