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

    public static TheoryData<string, string> Hostile() => new()
    {
        { "half written", "printf '{ \"name\": \"Pix' > personality.json" },
        { "empty", ": > personality.json" },
        { "a wrong type", "printf '{ \"name\": \"Pixel\", \"humor\": [] }' > personality.json" },
        { "100 MB", "truncate -s 100M personality.json" },
        { "10,000 deep", "{ printf '{ \"name\": '; head -c 10000 /dev/zero | tr '\\0' '['; } > personality.json" },
        { "not UTF-8", "printf '{ \"name\": \"Pixel\", \"narrative_arc\": \"\\377\\376\" }' > personality.json" },
        { "deleted", "rm personality.json" },
        { "a folder", "rm personality.json; mkdir personality.json" },
        { "a pipe", "rm personality.json; mkfifo personality.json" },
        { "a link to /dev/zero", "ln -sf /dev/zero personality.json" },
        { "a link to a pipe", "mkfifo pipe; ln -sf pipe personality.json" },
        { "a link to itself", "rm personality.json; ln -s personality.json personality.json" },
        { "a link to nowhere", "ln -sf nowhere personality.json" },
        { "not readable", "chmod 0 personality.json; test -r personality.json && printf x > personality.json; true" },
        { "a folder that went", "cd ..; rm -r \"$OLDPWD\"; mkdir \"$OLDPWD\"" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Current_HostileFile_KeepsTheLastGoodOneAtOnce_Row58(string what, string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: needs a shell.");
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _folder })!;
        await shell.WaitForExitAsync();

        var read = Task.Run(_source.Current);

        Assert.True(await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(20))) == read, $"{what}: reading waits");
        Assert.Equal(1, (await read).Humor);
        Assert.Contains("personality.json", _source.Complaint, StringComparison.Ordinal);
        Assert.Contains("Pixel stays as before", _source.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Current_SwappedAllTheTime_IsAlwaysAGoodOneAndEndsWithTheLast_Row58()
    {
        using var stop = new CancellationTokenSource();
        var swapping = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                if (i % 3 == 0)
                    File.WriteAllText(FilePath, "{ \"name\": \"Pix");
                else
                    PersonalityFile.Write(FilePath, new Personality { Name = "Pixel", Humor = 1 + (i % 9) });
            }
        });
        for (var i = 0; i < 500; i++)
            Assert.InRange(_source.Current().Humor, 1, 9);
        await stop.CancelAsync();
        await swapping;

        PersonalityFile.Write(FilePath, new Personality { Name = "Pixel", Humor = 10 });

        Assert.Equal(10, _source.Current().Humor);
        Assert.Null(_source.Complaint);
    }
}
