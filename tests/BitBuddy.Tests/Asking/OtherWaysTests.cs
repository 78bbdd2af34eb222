using BitBuddy.Files;

namespace BitBuddy.Tests.Asking;

/// <summary>What is answered where nothing was found as it was asked, and that it is said.</summary>
public sealed class OtherWaysTests(AskedTree tree) : IClassFixture<AskedTree>
{
    [Theory]
    [InlineData("find my pasport", "pasport -> passport", "passport scan.pdf")]
    [InlineData("find the insurence letter", "insurence -> insurance", "insurance letter.pdf")]
    [InlineData("running music", "running -> run", "morning run.flac")]
    [InlineData("find the whale lectrue", "lectrue -> lecture", "lecture 1 whales.pdf")]
    [InlineData("the bugdet for 2025", "bugdet -> budget", "budget 2025.xlsx")]
    [InlineData("files in Vacaton", "vacaton -> vacation", "IMG_0001.jpg, IMG_0002.jpg, beach.heic")]
    public async Task Find_ASlipOrAnotherForm_IsPutRightAndSaid(string question, string corrected, string files)
    {
        var facts = await tree.FactsAsync(tree.Parser.Parse(question));

        Assert.Equal(corrected, facts.Corrected);
        Assert.Equal(files, string.Join(", ", facts.Files.Select(file => file.Name).Order(StringComparer.Ordinal)));
        Assert.Empty(facts.Near);
    }

    [Theory]
    [InlineData("job application", "job application")]
    [InlineData("job application files without final in the name", "job application")]
    [InlineData("applications", null)]
    [InlineData("job letters", null)]
    public void Parse_AWordThatIsAKindOrAName_KeepsBoth(string question, string? words)
    {
        var intent = tree.Parser.Parse(question);

        Assert.Equal(words, intent.ByNoun is { } byNoun ? string.Join(' ', byNoun.Words) : null);
        Assert.True(intent.ByNoun is null or { Kinds.Count: 0 });
    }

    [Theory]
    [InlineData("find maple", "pancakes.txt")]
    [InlineData("recipe with cinnamon", "apple pie.md, pancakes.txt")]
    public async Task Find_WordsOfNoName_AreFoundInTextsAndSaid(string question, string files)
    {
        var facts = await tree.FactsAsync(tree.Parser.Parse(question));

        Assert.True(facts.IsMentioned);
        Assert.NotEmpty(facts.Instead!.Inside);
        Assert.Equal(files, string.Join(", ", facts.Files.Select(file => file.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Find_WhatNamesHold_IsNotLookedForInTexts()
    {
        var facts = await tree.FactsAsync(tree.Parser.Parse("find dune"));

        Assert.False(facts.IsMentioned);
        Assert.Null(facts.Instead);
        Assert.Null(facts.Corrected);
    }

    [Theory]
    [InlineData("pdfs from 2012")]
    [InlineData("find xylophone")]
    [InlineData("huge spreadsheets over 1 GB")]
    public async Task Find_WhatIsNowhere_IsSaidToBeNowhere(string question)
    {
        var facts = await tree.FactsAsync(tree.Parser.Parse(question));

        Assert.Equal(0, facts.Count);
        Assert.Empty(facts.Files);
    }

    [Fact]
    public async Task Find_OverABoundThatNothingPasses_OffersTheNearest()
    {
        var facts = await tree.FactsAsync(tree.Parser.Parse("spreadsheets over 1 GB"));

        Assert.Equal("measurements.csv", facts.Near[0].Name);
    }
}
