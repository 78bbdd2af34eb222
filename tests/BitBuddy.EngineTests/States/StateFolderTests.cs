using BitBuddy.Llama.Native;
using BitBuddy.Llama.States;

namespace BitBuddy.EngineTests.States;

public sealed class StateFolderTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("state folder ");
    private readonly Clock _clock = new();

    private string Folder => Path.Combine(_home.FullName, "states");

    [Fact]
    public void Write_MoreThanFits_KeepsWhatWasUsedLast()
    {
        var folder = Open(maxBytes: 3500);
        foreach (var token in (int[])[1, 2, 3])
            Write(folder, token);
        _clock.Pass(TimeSpan.FromSeconds(1));
        folder.Read([1])!.Dispose();

        Write(folder, 4);

        Assert.Equal([true, false, true, true], new[] { 1, 2, 3, 4 }.Select(token => folder.Has([token])));
    }

    [Fact]
    public void Write_LargerThanAllRoom_KeepsTheOthers()
    {
        var folder = Open(maxBytes: 2500);
        Write(folder, 1);

        Write(folder, 2, bytes: 2500);

        Assert.True(folder.Has([1]));
        Assert.False(folder.Has([2]));
    }

    [Fact]
    public void Read_OfAnotherModelEngineOrLayout_IsNotThere()
    {
        Write(Open(), 1);
        StateFolder[] others =
        [
            new(Settings() with { ModelSha256 = "b" }, "engine", _clock),
            new(Settings() with { Layout = 2 }, "engine", _clock),
            new(Settings(), "another engine", _clock),
        ];

        Assert.All(others, other => Assert.Null(other.Read([1])));
        using var state = Open().Read([1]);
        Assert.NotNull(state);
    }

    [Fact]
    public void Read_DamagedFile_DeletesIt()
    {
        var folder = Open();
        Write(folder, 1);
        var file = Assert.Single(Directory.GetFiles(Folder));
        File.WriteAllText(file, "noise");

        Assert.Null(folder.Read([1]));

        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public void Write_AfterKilledWriters_SweepsWhatTheyLeft()
    {
        var folder = Open();
        Write(folder, 1);
        File.WriteAllText(Path.Combine(Folder, "old.tmp"), "half");
        File.WriteAllText(Path.Combine(Folder, "new.tmp"), "half");
        File.SetLastWriteTimeUtc(Path.Combine(Folder, "old.tmp"), _clock.GetUtcNow().UtcDateTime.AddMinutes(-2));

        Write(folder, 2);

        Assert.Equal(["new.tmp"], Directory.GetFiles(Folder, "*.tmp").Select(Path.GetFileName));
    }

    [Fact]
    public void Write_WhereNothingCanBeWritten_KeepsNothing()
    {
        File.WriteAllText(Folder, "a file in its place");
        var folder = Open();

        Write(folder, 1);

        Assert.False(folder.Has([1]));
        Assert.Null(folder.Read([1]));
        Assert.Equal(0, folder.Room);
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.NotEqual(0, folder.Room);
    }

    [Fact]
    public void Read_FileThatCannotBeRead_MakesRoomForAWholeOne()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: links need rights.");
        var folder = Open();
        Write(folder, 1);
        var file = Assert.Single(Directory.GetFiles(Folder));
        File.Delete(file);
        File.CreateSymbolicLink(file, file);
        Assert.True(folder.Has([1]));

        Assert.Null(folder.Read([1]));

        Assert.False(folder.Has([1]));
        Write(folder, 1);
        using var state = folder.Read([1]);
        Assert.NotNull(state);
    }

    [Fact]
    public void Open_LessRoomThanBefore_DeletesWhatWasNotUsedTheLongest()
    {
        var before = Open();
        foreach (var token in (int[])[1, 2, 3])
            Write(before, token);

        var folder = Open(maxBytes: 2500);

        Assert.Equal([false, true, true], new[] { 1, 2, 3 }.Select(token => folder.Has([token])));
    }

    [Fact]
    public async Task Start_AStateThatFailsUnexpectedly_WritesTheOthers()
    {
        var folder = Open();
        using var writer = new StateWriter(folder);
        var failing = new PrefixState(null!, new NativeBytes(1));
        writer.Take(failing);
        writer.Start();
        writer.Take(StateFileTests.State([2], 1000));
        Assert.False(writer.Wants([2]));
        writer.Start();

        await writer.Written;

        Assert.True(folder.Has([2]));
        Assert.Throws<ObjectDisposedException>(() => failing.Bytes.Span.Length);
    }

    [Fact]
    public async Task Write_ByManyAtOnce_StaysWholeAndWithinItsRoom()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), Talk.Now, (worker, _) =>
        {
            var folder = Open(maxBytes: 8000);
            for (var i = 0; i < 40; i++)
            {
                Write(folder, i % 12);
                using var state = folder.Read([(i * 5) % 12]);
                Assert.True(state is null || state.Bytes.Length == 1000);
            }

            return ValueTask.CompletedTask;
        });

        Write(Open(maxBytes: 8000), 99);
        Assert.InRange(Directory.GetFiles(Folder, "*.state").Sum(file => new FileInfo(file).Length), 1000, 8000);
        Assert.Empty(Directory.GetFiles(Folder, "*.tmp"));
    }

    public void Dispose() => _home.Delete(recursive: true);

    private StateSettings Settings(long maxBytes = 1_000_000) => new(Folder, "a", 1, maxBytes);

    private StateFolder Open(long maxBytes = 1_000_000) => new(Settings(maxBytes), "engine", _clock);

    private void Write(StateFolder folder, int token, int bytes = 1000)
    {
        _clock.Pass(TimeSpan.FromSeconds(1));
        using var state = StateFileTests.State([token], bytes);
        folder.Write(state);
    }

    private sealed class Clock : TimeProvider
    {
        private long _ticks = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).UtcTicks;

        public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

        public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
    }
}
