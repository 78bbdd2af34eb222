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
    [InlineData("# Meeting\nWe met Karlsson about\nthe warehouse.", new[] { "Meeting", "We met Karlsson about the warehouse." })]
    [InlineData("network: Lindenblatt\nkey: sonnenblume", new[] { "network: Lindenblatt", "key: sonnenblume" })]
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

        var best = new Summary(contents.Parts).Best(3);

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

        var best = new Summary(parts).Best(5);

        Assert.Equal(5, best.Count);
        Assert.Single(best, sentence => sentence.Text == "The whale is a large animal of the sea.");
        Assert.True(best[^1].Page > 20);
        Assert.Equal(best.OrderBy(sentence => sentence.Page).Select(sentence => sentence.Text), best.Select(sentence => sentence.Text));
    }

    private static string Name(int number) => string.Concat(Enumerable.Range(0, 4).Select(place => (char)('a' + (number / (int)Math.Pow(7, place) % 7) + place)));

    [Fact]
    public void Sections_OfALongText_AreAlikeInLengthAndGiveTheirOwnBest()
    {
        var parts = Enumerable.Range(1, 40).Select(page => new TextPart($"The whale {Name(page)} met {Name(page + 200)}, {Name(page + 400)} and {Name(page + 600)}.\n", page)).ToList();

        var sections = new Summary(parts).Sections(4, 3);

        Assert.Equal([(1, 10), (11, 20), (21, 30), (31, 40)], sections.Select(section => (section.First.Page, section.Last.Page)));
        Assert.All(sections, section => Assert.All(section.Best, sentence => Assert.InRange(sentence.Page!.Value, section.First.Page!.Value, section.Last.Page!.Value)));
        Assert.All(sections, section => Assert.Contains(section.Heart, section.Best));
        Assert.All(sections, section => Assert.Equal(3, section.Best.Count));
    }

    [Theory]
    [InlineData(1, null, 4, null, "report.pdf", "Pages 1 to 4")]
    [InlineData(3, null, 3, null, "talk.pptx", "Slide 3")]
    [InlineData(2, 1, 9, 40, "book.epub", "Chapters 2 to 9")]
    [InlineData(null, 1, null, 80, "notes.txt", "Lines 1 to 80")]
    [InlineData(null, null, null, null, "letter.docx", null)]
    public void Span_OfASection_IsSaidAsItsPagesAreCalled(int? page, int? line, int? lastPage, int? lastLine, string name, string? said) =>
        Assert.Equal(said, SentencePlace.Span(new("First.", page, line), new("Last.", lastPage, lastLine), name));

    [Fact]
    public void Sections_OfAShortText_AreNone() =>
        Assert.Empty(new Summary([new TextPart("The whale is a large animal of the sea. It lives for ninety years and more.", null, 1)]).Sections(5, 6));

    [Fact]
    public void Of_ATable_GivesItsFirstLines() =>
        Assert.Equal(["Item,Price"], new Summary([new TextPart("Item,Price\n", null, 1)]).Best(3).Select(sentence => sentence.Text));

    [Fact]
    public void Of_NoText_IsNothing() => Assert.Empty(new Summary([]).Best(5));
}
