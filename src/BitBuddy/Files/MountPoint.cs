using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>The place of a disk that may be taken out.</summary>
internal static class MountPoint
{
    /// <summary>True where nothing is there, or what is there is empty and on another device than what was known there.</summary>
    /// <param name="device">0 where it is not known: then it is away only where nothing is there.</param>
    public static bool IsAway(byte[] path, ulong device)
    {
        var items = new List<DirectoryItem>();
        if (FileStat.Of(path, out var now) is var outcome and not ReadOutcome.Ok)
            return outcome == ReadOutcome.Missing;
        // A known folder may be a link to where the files are.
        if (device == 0 || (now.Device == device && now.Type == ItemType.Folder))
            return false;
        return DirectoryReader.Read(path, null, items, out now) switch
        {
            ReadOutcome.Ok => now.Device != device && items.Count == 0,
            ReadOutcome.Missing => true,
            _ => false,
        };
    }
}
