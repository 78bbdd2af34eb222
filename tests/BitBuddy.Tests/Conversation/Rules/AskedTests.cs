using System.Globalization;
using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.Tests.Conversation.Rules;

public sealed class AskedTests
{
    private static readonly IntentParser Parser = new(Sample.Clock(), _ => false);

    [Theory]
    [InlineData("files older than 5 years", "files older than 5 years")]
    [InlineData("files over 1 GB from 2026", "files over 1 GB from 2026")]
    [InlineData("pdfs from before 2018", "PDF files from before 2018")]
    [InlineData("photos from last week", "pictures from last week")]
    [InlineData("photos from this week", "pictures from this week")]
    [InlineData("photos from yesterday", "pictures from yesterday")]
    [InlineData("photos from May", "pictures from May")]
    [InlineData("photos from May 2023", "pictures from May 2023")]
    [InlineData("photos from 3 March 2024", "pictures from 3 March 2024")]
    [InlineData("files of the last 7 days", "files from the last 7 days")]
    [InlineData("files between 1 MB and 2.5 MB", "files between 1 MB and 2.5 MB")]
    [InlineData("files under 500 KB", "files under 500 KB")]
    [InlineData("files of at least 1.25 GB", "files of at least 1.25 GB")]
    [InlineData("empty files", "empty files")]
    public void For_TheBoundsOfAQuestion_AreSaid(string question, string expected) =>
        Assert.Equal(expected, Asked.For(Parser.Parse(question).Query, Sample.Clock()).Many);

    [Theory]
    [InlineData("2026-05-01", "2026-05-06", " between 1 and 5 May")]
    [InlineData("2026-04-28", "2026-05-06", " between 28 April and 5 May")]
    [InlineData("2025-12-24", "2026-01-03", " between 24 December 2025 and 2 January")]
    [InlineData("2026-06-13", "2026-06-15", " from last weekend")]
    [InlineData("2019-01-01", "2022-01-01", " from 2019 to 2021")]
    [InlineData("2025-03-01", "2025-06-01", " from March to May 2025")]
    [InlineData("2024-11-01", "2025-03-01", " from November 2024 to February 2025")]
    [InlineData("2026-06-17", "2026-06-18", " from today")]
    [InlineData("2026-06-17", null, " from today")]
    [InlineData("2024-01-01", null, " since 2024")]
    [InlineData("2026-05-01", null, " since May")]
    [InlineData("2026-03-03", null, " since 3 March")]
    [InlineData(null, "2018-05-01", " from before May 2018")]
    [InlineData(null, "2026-03-03", " from before 3 March")]
    [InlineData(null, null, "")]
    public void Say_SpansOfDays_AsPeopleSayThem(string? from, string? until, string expected) =>
        Assert.Equal(expected, new TimeBound(Sample.Clock()).Say(Day(from), Day(until)));

    private static DateTimeOffset? Day(string? day) =>
        day is null ? null : new DateTimeOffset(DateTime.Parse(day, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
