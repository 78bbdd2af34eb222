using System.Runtime.CompilerServices;

namespace BitBuddy.Tests;

/// <summary>Text that people (or a brain) read, held in <c>Snapshots/NAME.txt</c>; UPDATE_SNAPSHOTS=1 writes it anew.</summary>
internal static class Snapshot
{
    public static void Match(string name, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Root(caller), "Snapshots", name + ".txt");
        text = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}. Run the test once with UPDATE_SNAPSHOTS=1 and read what it writes.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Root(string caller)
    {
        var folder = Path.GetDirectoryName(caller);
        while (folder is not null && !File.Exists(Path.Combine(folder, "BitBuddy.Tests.csproj")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The sources of the tests are not here.");
    }
}
