using System.Text;

namespace BitBuddy.Tests;

/// <summary>What stands in files, whatever they are: to show that something is in none of them any more.</summary>
internal static class RawText
{
    /// <summary>A database file and what SQLite keeps beside it.</summary>
    public static string OfDatabase(string path) => string.Concat(((string[])[path, path + "-wal"]).Where(File.Exists).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
