using BitBuddy.Conversation;

namespace BitBuddy.Brains;

/// <summary>A download never takes the last room on the user's disk.</summary>
/// <param name="free">The free bytes where a folder lies; null where that cannot be told.</param>
internal sealed class PullSpace(Func<string, long?> free)
{
    /// <summary>Left to the user, in bytes.</summary>
    public const long Reserve = 500_000_000;

    public static PullSpace OfDisk { get; } = new(folder =>
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    });

    /// <summary>Refuses to go on where what is to come and the reserve do not fit.</summary>
    public void Check(string folder, long toCome, string brain)
    {
        if (free(folder) is { } left && left - Reserve < toCome)
            throw new BuddyException(
                $"{brain} needs {Said.Size(toCome)} more, and {Said.Size(Reserve)} stay free for you, but there are {Said.Size(left)} on the disk of "
                + $"{Display.Line(folder)}. Make room, then run the same command: what is here is kept.");
    }

    /// <summary>True for the error of a full disk, or of a user's full share of it.</summary>
    public static bool IsFull(Exception e) => e is IOException && (e.HResult is 28 or 122 or 69 || (e.HResult & 0xFFFF) is 112 or 39 && OperatingSystem.IsWindows());
}
