using BitBuddy.Personalities;

namespace BitBuddy.Tests.Personalities;

public sealed class PersonalitySourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("buddy").FullName;
    private readonly PersonalitySource _source;

    public PersonalitySourceTests()
    {
        PersonalityFile.Write(FilePath, new Personality { Name = "Pixel", Humor = 1 });
        _source = new BuddyFolder(_folder).Follow(TimeProvider.System);
    }

    private string FilePath => Path.Combine(_folder, "personality.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Current_EditedFile_IsSeenAtOnce()
    {
        var version = _source.Version;
        for (var humor = 2; humor < 10; humor++)
        {
            // Same size, possibly the same tick of the file system's clock.
            PersonalityFile.Write(FilePath, new Personality { Name = "Pixel", Humor = humor });
            Assert.Equal(humor, _source.Current().Humor);
        }

        Assert.NotEqual(version, _source.Version);
    }

    [Fact]
    public void Current_EditedInPlaceWithinOneTick_IsSeen()
    {
        var time = File.GetLastWriteTimeUtc(FilePath);
        File.WriteAllText(FilePath, File.ReadAllText(FilePath).Replace("\"humor\": 1", "\"humor\": 7", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(FilePath, time);

        Assert.Equal(7, _source.Current().Humor);
    }

    [Fact]
    public void Current_BrokenThenMended_KeepsTheLastGoodOne()
    {
        File.WriteAllText(FilePath, "{\n \"name\": \"Pixel\",\n \"humor\": 99 }");
        Assert.Equal(1, _source.Current().Humor);
        Assert.Contains("line 3: \"humor\"", _source.Complaint, StringComparison.Ordinal);

        File.WriteAllText(FilePath, "{ \"name\": \"Pixel\", \"humor\": 9 }");
        Assert.Equal(9, _source.Current().Humor);
        Assert.Null(_source.Complaint);
    }

    [Fact]
    public void Current_DeletedFile_KeepsTheLastGoodOne()
    {
        File.Delete(FilePath);
        Assert.Equal("Pixel", _source.Current().Name);
        Assert.NotNull(_source.Complaint);
    }

    [Fact]
    public void Follow_FileBrokenFromTheStart_IsAPlainBuddyUntilItIsMended()
    {
        File.WriteAllText(FilePath, "{");
        var source = new BuddyFolder(_folder).Follow(TimeProvider.System);
        Assert.Equal(Path.GetFileName(_folder), source.Current().Name);
        Assert.Contains("line 1", source.Complaint, StringComparison.Ordinal);

        PersonalityFile.Write(FilePath, new Personality { Name = "Mended" });
        Assert.Equal("Mended", source.Current().Name);
        Assert.Null(source.Complaint);
    }
}
