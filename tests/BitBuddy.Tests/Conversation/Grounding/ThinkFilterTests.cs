using BitBuddy.Conversation;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Conversation.Grounding;

public sealed class ThinkFilterTests
{
    private static readonly string[] Bricks =
    [
        "<think>", "</think>", "<Thinking>", "</THINKING>", "< think >", "</ think >", "<|thought|>", "<think/>", "secret ", "said ", "\n", "<", ">", "</", "a < b", "<b>", "<thin", "think",
    ];

    [Theory]
    [InlineData("<think>secret</think>said", "said")]
    [InlineData("said <think>secret", "said ")]
    [InlineData("<thinking>secret</thinking>said", "said")]
    [InlineData("<THINK>secret</Think>said", "said")]
    [InlineData("< think >secret</ think >said", "said")]
    [InlineData("<|thought|>secret</|thought|>said", "said")]
    [InlineData("<reasoning>secret</think>said", "said")]
    [InlineData("<think>se<think>cr</think>et</think>said", "said")]
    [InlineData("said</think> more", "said more")]
    [InlineData("said <think/>more", "said more")]
    [InlineData("1 < 2 and <b>bold</b> and <thinker> and <think", "1 < 2 and <b>bold</b> and <thinker> and <think")]
    [InlineData("a <think about it> b", "a <think about it> b")]
    public void Push_Spellings_HideWhatIsThought(string text, string shown)
    {
        Assert.Equal(shown, Filtered(text, 1));
        Assert.Equal(shown, Filtered(text, text.Length));
    }

    [Property(MaxTest = 2000)]
    public bool Push_AnyTextInAnyPieces_IsTheSameAndHidesWhatIsWithin(byte[]? choices, byte size)
    {
        var text = string.Concat((choices ?? []).Select(choice => Bricks[choice % Bricks.Length]));
        var whole = Filtered(text, Math.Max(1, text.Length));

        return Filtered(text, size % 7 + 1) == whole && !Filtered($"<think>{text.Replace("/", "", StringComparison.Ordinal)}", size % 7 + 1).Contains("secret", StringComparison.Ordinal)
            && Filtered($"ok{text}", size % 5 + 1).StartsWith("ok", StringComparison.Ordinal);
    }

    private static string Filtered(string text, int size)
    {
        var filter = new ThinkFilter();
        return string.Concat(text.Chunk(size).Select(piece => filter.Push(new string(piece)))) + filter.Push("", isEnd: true);
    }
}
