using BitBuddy.Files.Ignoring;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Files.Ignoring;

public sealed class IgnoreRuleTests
{
    [Theory]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "deep/er/a.log", true)]
    [InlineData("*.log", "a.logs", false)]
    [InlineData("/a.log", "a.log", true)]
    [InlineData("/a.log", "deep/a.log", false)]
    [InlineData("docs/*.txt", "docs/a.txt", true)]
    [InlineData("docs/*.txt", "docs/deep/a.txt", false)]
    [InlineData("docs/*.txt", "more/docs/a.txt", false)]
    [InlineData("**/docs/*.txt", "more/docs/a.txt", true)]
    [InlineData("docs/**", "docs/deep/a.txt", true)]
    [InlineData("docs/**", "docs", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[!a-c]x", "zx", true)]
    [InlineData("[a-", "[a-", true)]
    [InlineData("a*b*c", "axxbxbxc", true)]
    [InlineData("a*b*c", "axxcxb", false)]
    [InlineData("\\*a", "*a", true)]
    [InlineData("\\*a", "ba", false)]
    [InlineData(".*", ".hidden", true)]
    [InlineData("Ärger*", "Ärger.txt", true)]
    public void Fits_Pattern_AsGitUnderstandsIt(string pattern, string path, bool fits) =>
        Assert.Equal(fits, IgnoreRule.Of(pattern)!.Fits(path.Split('/'), isFolder: false));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# a note")]
    [InlineData("/")]
    [InlineData("a/**/**/**/**/b")]
    public void Of_NoPattern_IsNoRule(string line) => Assert.Null(IgnoreRule.Of(line));

    [Fact]
    public void Fits_TrailingSlash_FoldersAlone()
    {
        var rule = IgnoreRule.Of("build/")!;
        Assert.True(rule.Fits(["build"], isFolder: true));
        Assert.False(rule.Fits(["build"], isFolder: false));
        Assert.False(IgnoreRule.Of("!build/")!.Takes);
    }

    [Property]
    public void Of_AnyLine_EndsSoon(string? line, string? name) =>
        IgnoreRule.Of(line ?? "")?.Fits([name ?? "", .. Enumerable.Repeat("a", 50)], isFolder: true);
}
