using BitBuddy.Platform;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>What the index stands on here; for <c>doctor</c>.</summary>
public static class IndexMeans
{
    /// <summary>The SQLite that is loaded, as "3.53.3".</summary>
    public static string SqliteVersion => raw.sqlite3_libversion().utf8_to_string();

    /// <summary>How names of files are read on this system.</summary>
    public static string Names => DirectoryReader.Means;
}
