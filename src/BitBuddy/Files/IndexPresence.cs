using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Each process that uses an index holds a shared lock beside it; who gets it alone and finds a log follows a crash.</summary>
internal sealed class IndexPresence : IDisposable
{
    private readonly FileStream? _shared;

    private IndexPresence(bool isAlone, FileStream? shared) => (IsAlone, _shared) = (isAlone, shared);

    /// <summary>True when nobody else used the index at that moment.</summary>
    public bool IsAlone { get; }

    /// <summary>Announces this process as a user of the index at a path, until it is disposed of.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static IndexPresence Announce(string path)
    {
        var file = path + ".lock";
        return new(IsUnused(file), Join(file));
    }

    public void Dispose() => _shared?.Dispose();

    private static bool IsUnused(string file)
    {
        try
        {
            PrivateFile.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    private static FileStream? Join(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException)
        {
            // Another process is starting at this very moment; it checks, we need not.
            return null;
        }
    }
}
