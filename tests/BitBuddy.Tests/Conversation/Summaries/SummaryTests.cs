using BitBuddy.Conversation;
using BitBuddy.Files.Contents;
using BitBuddy.Tests.Files.Contents;

namespace BitBuddy.Tests.Conversation.Summaries;

public sealed class SummaryTests
{
    private static string[] Sentences(string text) => [.. SentenceReader.Read([new TextPart(text, null, 1)]).Select(sentence => sentence.Text)];

    [Theory]
    [InlineData("One is here. Two is there! Is three?", new[] { "One is here.", "Two is there!", "Is three?" })]
    [InlineData("Dr. J. Smith paid 3.50 euros, e.g. for tea. He left.", new[] { "Dr. J. Smith paid 3.50 euros, e.g. for tea.", "He left." })]
    [InlineData("A divi-\nded word\nand a line.", new[] { "A divided word and a line." })]
    [InlineData("# Title\n\nText here.\n- item one\n- item two", new[] { "Title", "Text here.", "item one", "item two" })]
    [InlineData("He said “go.” Then he went.", new[] { "He said “go.”", "Then he went." })]
    [InlineData("これは文です。次の文です。", new[] { "これは文です。", "次の文です。" })]
    public void Read_AText_EndsSentencesWhereTheyEnd(string text, string[] sentences) => Assert.Equal(sentences, Sentences(text));

    [Fact]
    public void Read_AText_KnowsTheLineOfEach() =>
        Assert.Equal([1, 2, 4], SentenceReader.Read([new TextPart("One is here.\nTwo goes\non. \nThree is last.", null, 1)]).Select(sentence => sentence.Line!.Value));

    [Fact]
    public void Of_AReport_GivesItsOwnSentencesWithPages()
    {
        var contents = Samples.Read("report.pdf");

        var best = Summary.Of(contents.Parts, 3);

        Assert.Contains(best, sentence => sentence.Text.Contains("lighthouse on Skerry Island", StringComparison.Ordinal) && sentence.Page == 1);
        Assert.Contains(best, sentence => sentence.Page == 2);
        var text = string.Join(' ', contents.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(best, sentence => Assert.Contains(sentence.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ALongText_HearsEveryPartAndSaysNothingTwice()
    {
        var parts = Enumerable.Range(1, 100).Select(page => new TextPart(
            $"The whale {Name(page)} met {Name(page + 200)}, {Name(page + 400)} and {Name(page + 600)}.\n\nThe whale is a large animal of the sea.\n", page)).ToList();

        var best = Summary.Of(parts, 5);

        Assert.Equal(5, best.Count);
        Assert.Single(best, sentence => sentence.Text == "The whale is a large animal of the sea.");
        Assert.True(best[^1].Page > 20);
        Assert.Equal(best.OrderBy(sentence => sentence.Page).Select(sentence => sentence.Text), best.Select(sentence => sentence.Text));
    }

    private static string Name(int number) => string.Concat(Enumerable.Range(0, 4).Select(place => (char)('a' + (number / (int)Math.Pow(7, place) % 7) + place)));

    [Fact]
    public void Of_ATable_GivesItsFirstLines() =>
        Assert.Equal(["Item,Price"], Summary.Of([new TextPart("Item,Price\n", null, 1)], 3).Select(sentence => sentence.Text));

    [Fact]
    public void Of_NoText_IsNothing() => Assert.Empty(Summary.Of([], 5));
}
