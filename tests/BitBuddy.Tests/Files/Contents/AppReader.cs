using BitBuddy.Files.Contents.Readers;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>The built app as the process that reads files.</summary>
internal static class AppReader
{
    public static ReaderStart Start { get; } = new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bitbuddy.exe" : "bitbuddy"));

    public static void NeedsLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: files are handed to the reader on Linux alone.");
}
