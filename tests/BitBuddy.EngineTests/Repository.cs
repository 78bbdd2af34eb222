namespace BitBuddy.EngineTests;

/// <summary>Where the built app and the test data are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the app built with these tests.</summary>
    public static string AppFolder { get; } =
        Path.Combine(Root, "artifacts", "bin", "BitBuddy.App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

    /// <summary>The program itself; BITBUDDY_TEST_APP names another, such as the published one.</summary>
    public static string App { get; } = Environment.GetEnvironmentVariable("BITBUDDY_TEST_APP") ?? Path.Combine(AppFolder, OperatingSystem.IsWindows() ? "bitbuddy.exe" : "bitbuddy");

    /// <summary>Upstream's vocabularies and templates; may not exist.</summary>
    public static string Data { get; } =
        Environment.GetEnvironmentVariable("BITBUDDY_TEST_DATA") ?? Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "BitBuddy.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("BitBuddy.slnx is not above the tests.");
    }
}
