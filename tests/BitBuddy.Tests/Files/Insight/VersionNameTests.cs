using System.Text;
using BitBuddy.EngineTests;
using BitBuddy.Files;
using BitBuddy.Personalities;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Files.Insight;

public sealed class VersionNameTests
{
    private static readonly string[] Bases = ["report", "my thesis", "Budget Müller", "letter to a friend", "2023 plan", "iso9001 audit", "résumé", "x1 carbon notes"];

    // Each as it stands behind a name.
    private static readonly string[] Marks =
    [
        "_final", " FINAL", "-final", " (1)", " (12)", "(3)", " - Copy", " copy 2", " - Copy (2)", " v2", "_v2.1", " V03", " version 4", " rev 7", " draft", " draft 3", " new", "_old",
        " final final", " (v2)", " edited",
    ];

    private static readonly string[] Dates = [" 2024-03-01", "_20240301", " 01.03.2024", " 1 March 2024", " Mar 1 2024", "-2024_12_31", " 2024-03-01 1530", ""];

    [Theory]
    [InlineData("Report FINAL v2 (1).docx", "report", "doc")]
    [InlineData("report.pdf", "report", "pdf")]
    [InlineData("Copy of report.pdf", "report", "pdf")]
    [InlineData("Kopie von Bericht.odt", "bericht", "odt")]
    [InlineData("20240301_report_final.pdf", "report", "pdf")]
    [InlineData("2024-03-01 report.pdf", "report", "pdf")]
    [InlineData("report20240301.pdf", "report", "pdf")]
    [InlineData("report.txt~", "report", "txt")]
    [InlineData("report.txt.bak", "report", "txt")]
    [InlineData("final.pdf", "final", "pdf")]
    [InlineData("Final Fantasy.pdf", "final fantasy", "pdf")]
    [InlineData("New York.jpg", "new york", "jpg")]
    [InlineData("IMG_0001.jpg", "img 0001", "jpg")]
    [InlineData("invoice 2024-01.pdf", "invoice 2024 01", "pdf")]
    [InlineData("report 2023.pdf", "report 2023", "pdf")]
    [InlineData("TV2 news.txt", "tv2 news", "txt")]
    [InlineData("2024-03-01.txt", "2024 03 01", "txt")]
    [InlineData("v2", "v2", "")]
    [InlineData(".bashrc", "bashrc", "")]
    public void Read_Names_KeepWhatTheyAreCalled(string name, string key, string ending)
    {
        var read = VersionName.Read(Encoding.UTF8.GetBytes(name));
        Assert.Equal((key, ending), (read.Key, read.Ending));
    }

    [Theory]
    [InlineData("report.pdf", "report (1).pdf")]
    [InlineData("report (1).pdf", "report (2).pdf")]
    [InlineData("report v2.pdf", "report v10.pdf")]
    [InlineData("report v2.1.pdf", "report v2.2.pdf")]
    [InlineData("report draft.pdf", "report.pdf")]
    [InlineData("report_old.pdf", "report.pdf")]
    [InlineData("report.pdf", "report_final.pdf")]
    [InlineData("report final.pdf", "report final final.pdf")]
    [InlineData("report 31.12.2023.pdf", "report 2024-01-01.pdf")]
    [InlineData("report 2 Feb 2024.pdf", "report 20240203.pdf")]
    [InlineData("report.bak.pdf", "report.pdf")]
    public void Read_TwoVersions_TheNamesSayWhichIsNewer(string older, string newer)
    {
        var (a, b) = (VersionName.Read(Encoding.UTF8.GetBytes(older)), VersionName.Read(Encoding.UTF8.GetBytes(newer)));
        Assert.Equal(a.Key, b.Key);
        Assert.True(a.Mark.CompareTo(b.Mark) < 0, $"{a.Mark} and {b.Mark}");
    }

    [Fact]
    public void Read_AnyMarksBehindAnyName_LeaveTheName()
    {
        for (var seed = 0; seed < Proof.Size(20_000); seed++)
        {
            var random = new SeededRandom(seed);
            var plain = random.Pick(Bases);
            // Two dates in a row can be read as one with a time of day.
            var name = plain + Some(0) + random.Pick(Dates) + Some(1);
            string Some(int least) => string.Concat(Enumerable.Range(0, random.Between(least, 3)).Select(_ => random.Pick(Marks)));
            var read = VersionName.Read(Encoding.UTF8.GetBytes(name + ".pdf"));
            Assert.True(read.Key == VersionName.Read(Encoding.UTF8.GetBytes(plain + ".pdf")).Key, $"seed {seed}: “{name}” is “{read.Key}”");
            Assert.False(read.Mark.IsNone);
        }
    }

    [Property(MaxTest = 2000)]
    public void Read_AnyBytes_HaveAName(byte[] name) => Assert.NotNull(VersionName.Read(name).Key);

    [Property(MaxTest = 2000)]
    public void Read_AnyText_IsReadAgainTheSame(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        Assert.Equal(VersionName.Read(bytes), VersionName.Read(bytes));
    }
}
