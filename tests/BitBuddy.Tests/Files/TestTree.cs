using System.Diagnostics;
using System.Text;
using BitBuddy.Files;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Files;

/// <summary>A real folder, an index beside it, and a clock that stands.</summary>
internal sealed class TestTree : IDisposable
{
    private readonly string _base = Directory.CreateTempSubdirectory("bitbuddy é ").FullName;

    public TestTree()
    {
        Directory.CreateDirectory(Root);
        Index = FileIndex.Open(IndexPath, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow + TimeSpan.FromDays(1));

    public string Root => Path.Combine(_base, "root");

    public string Home => Path.Combine(_base, "home");

    public string IndexPath => Path.Combine(Home, "index.db");

    public FileIndex Index { get; private set; }

    public string At(string relative) => Path.Combine(Root, relative);

    public string Write(string relative, string text = "x")
    {
        var path = At(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Names as bytes, which .NET cannot write.</summary>
    public void Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", script]) { WorkingDirectory = Root })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    public Task<ScanResult> ScanAsync(string? folder = null) =>
        new FileScan(Index, Home).ScanAsync(folder ?? Root, null, TestContext.Current.CancellationToken);

    public FileMatches Find(params string[] words) => Search(new() { Words = words });

    public FileMatches Search(FileQuery query, int limit = 1000) => Index.Search(query, limit, TestContext.Current.CancellationToken);

    /// <summary>Everything known, in one comparable text.</summary>
    public string Rows() => Rows(Index);

    public static string Rows(FileIndex index) => string.Join('\n', index.Search(FileQuery.Everything, int.MaxValue, CancellationToken.None).Files
        .Select(f => $"{f.Id} {Convert.ToHexString(f.PathBytes ?? Encoding.UTF8.GetBytes(f.Path))} {f.Bytes} {f.Modified:O} {f.Kind}").Order(StringComparer.Ordinal));

    public static void AssertMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(mode, File.GetUnixFileMode(path));
    }

    public void Reopen(Action<string>? meanwhile = null)
    {
        Index.Dispose();
        meanwhile?.Invoke(IndexPath);
        Index = FileIndex.Open(IndexPath, Clock);
    }

    public void Dispose()
    {
        Index.Dispose();
        // Not Directory.Delete: it cannot name what is not UTF-8 or lies too deep.
        using var remove = Process.Start("rm", ["-rf", _base]);
        remove.WaitForExit();
    }
}
