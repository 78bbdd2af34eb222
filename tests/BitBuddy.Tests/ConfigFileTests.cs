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
    [InlineData("{\n \"settings\": {\n  \"brain.thread\": 1\n }\n}", "line 3: Unknown setting 'brain.thread'; did you mean brain.threads?")]
    [InlineData("{\n \"settings\": {\n  \"brain.mode\": [\"quick\"]\n }\n}", "line 3: brain.mode must be quiet or quick, not 'a list'")]
    [InlineData("{\n \"settings\": {\n  \"brain.gpu_layers\": 1,\n  \"brain.gpu_layers\": 2\n }\n}", "line 4: brain.gpu_layers is there twice")]
    [InlineData("{\n \"settings\": 3\n}", "line 2")]
    [InlineData("{\n \"settings\": null\n}", "line 2")]
    [InlineData("{\n \"settings\": {\n  \"brain.mode\": \"qui", "line 3")]
    [InlineData("", "line 1")]
    [InlineData("{\n \"folders\": [\"\"]\n}", "a folder has no name")]
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

    [Fact]
    public void Change_FileCannotBeWritten_IsFalse()
    {
        Directory.CreateDirectory(_home.Home.ConfigFile + ".lock");

        Assert.False(_config.TryChange(old => old with { Buddy = "x" }));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    public void Load_MembersLeftOut_AreTheDefaults(string text)
    {
        _home.Home.TryCreate();
        File.WriteAllText(_home.Home.ConfigFile, text);

        var config = _config.Load();

        Assert.Equal((1, 0, 0), (config.Schema, config.Folders.Count, config.Settings.Count));
    }

    [Fact]
    public void Load_NothingChanged_IsNotReadAgain()
    {
        _config.TryChange(old => old with { Buddy = "one" });

        Assert.Same(_config.Load(), _config.Load());
    }

    [Fact]
    public void Load_ChangedByAnother_IsSeen()
    {
        _config.TryChange(old => old with { Buddy = "one" });
        Assert.Equal("one", _config.Load().Buddy);

        new ConfigFile(_home.Home).TryChange(old => old with { Buddy = "two" });
        Assert.Equal("two", _config.Load().Buddy);
        // In place, as some editors do, to a text of the same length.
        File.WriteAllText(_home.Home.ConfigFile, File.ReadAllText(_home.Home.ConfigFile).Replace("two", "six", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(_home.Home.ConfigFile, DateTime.UnixEpoch);
        Assert.Equal("six", _config.Load().Buddy);
        File.Delete(_home.Home.ConfigFile);
        Assert.Null(_config.Load().Buddy);
    }

    [Fact]
    public void Load_LinkToAFileThatChanges_IsSeen()
    {
        var target = _home.Write("elsewhere.json", "{\"buddy\": \"one\"}"u8.ToArray());
        _home.Home.TryCreate();
        File.CreateSymbolicLink(_home.Home.ConfigFile, target);
        Assert.Equal("one", _config.Load().Buddy);

        File.WriteAllText(target, "{\"buddy\": \"two\"}");

        Assert.Equal("two", _config.Load().Buddy);
    }

    [Fact]
    public void Change_ManyAtOnce_NoneIsLost()
    {
        Parallel.For(0, 8, i =>
        {
            // Each as another process would: with a file of its own.
            var config = new ConfigFile(_home.Home);
            for (var k = 0; k < 5; k++)
                Assert.True(config.TryChange(old => old with { Folders = [.. old.Folders, $"/{i}/{k}"] }));
        });

        Assert.Equal(40, _config.Load().Folders.Distinct().Count());
        Assert.Equal(["config.json", "config.json.lock"], Directory.GetFiles(_home.Home.Root).Select(Path.GetFileName).Order());
    }
}
