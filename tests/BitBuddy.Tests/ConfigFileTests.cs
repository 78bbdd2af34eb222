namespace BitBuddy.Tests;

public sealed class ConfigFileTests : IDisposable
{
    private readonly TempHome _home = new();
    private readonly ConfigFile _config;

    public ConfigFileTests() => _config = new ConfigFile(_home.Home);

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Change_ThenLoad_IsKeptForItsUserAlone()
    {
        Assert.True(_config.TryChange(old => old with { Buddy = "Ümit", Folders = ["/a b/ç"] }));

        var loaded = new ConfigFile(_home.Home).Load();
        Assert.Equal(("Ümit", "/a b/ç"), (loaded.Buddy, Assert.Single(loaded.Folders)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_home.Home.ConfigFile));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_home.Home.Root));
        }
    }

    [Theory]
    [InlineData("{\n \"buddy\": 3\n}", "line 2")]
    [InlineData("{\n \"folders\": [],\n \"colour\": 1\n}", "line 3")]
    [InlineData("{\n \"buddy\": \"a\",\n \"buddy\": \"b\"\n}", "line 3")]
    [InlineData("not json", "line 1")]
    public void Load_BrokenFile_NamesTheLine(string text, string line)
    {
        _home.Home.TryCreate();
        File.WriteAllText(_home.Home.ConfigFile, text);

        var refused = Assert.Throws<BuddyException>(_config.Load);

        Assert.Contains(line, refused.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, refused.ExitCode);
    }

    [Fact]
    public void Change_HomeCannotBe_IsFalseAndKeepsNothing()
    {
        File.WriteAllText(_home.Home.Root, "a file where the home should be");

        Assert.False(_config.TryChange(old => old with { Buddy = "x" }));
        Assert.Null(_config.Load().Buddy);
    }
}
