using System.IO.Enumeration;
using System.Text;

namespace BitBuddy.Platform;

/// <summary>Folders and files through .NET alone, for systems other than Linux.</summary>
internal static class ManagedFiles
{
    private static readonly EnumerationOptions Options = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    public static ReadOutcome Stat(ReadOnlySpan<byte> path, out FileStat stat)
    {
        stat = default;
        try
        {
            var text = Encoding.UTF8.GetString(path);
            var attributes = File.GetAttributes(text);
            FileSystemInfo info = (attributes & FileAttributes.Directory) != 0 ? new DirectoryInfo(text) : new FileInfo(text);
            var bytes = info is FileInfo file ? file.Length : 0;
            stat = new(TypeOf(attributes), bytes, Nanoseconds(info.LastWriteTimeUtc), Identity(text, info.CreationTimeUtc), 0);
            return ReadOutcome.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is FileNotFoundException or DirectoryNotFoundException ? ReadOutcome.Missing : ReadOutcome.Unreadable;
        }
    }

    public static ReadOutcome Read(ReadOnlySpan<byte> path, List<DirectoryItem> items, out FileStat self)
    {
        var outcome = Stat(path, out self);
        if (outcome != ReadOutcome.Ok)
            return outcome;
        if (self.Type == ItemType.File)
            return ReadOutcome.NotAFolder;
        try
        {
            items.AddRange(new FileSystemEnumerable<DirectoryItem>(Encoding.UTF8.GetString(path), Item, Options));
            return ReadOutcome.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ReadOutcome.Unreadable;
        }
    }

    private static DirectoryItem Item(ref FileSystemEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.FileName.ToString());
        var type = TypeOf(entry.Attributes);
        return type != ItemType.File
            ? new(name, type, 0, 0, 0)
            : new(name, type, entry.Length, Nanoseconds(entry.LastWriteTimeUtc.UtcDateTime), Identity(entry.ToFullPath(), entry.CreationTimeUtc.UtcDateTime));
    }

    private static ItemType TypeOf(FileAttributes attributes) =>
        (attributes & FileAttributes.ReparsePoint) != 0 ? ItemType.Link
        : (attributes & FileAttributes.Directory) != 0 ? ItemType.Folder
        : (attributes & FileAttributes.Device) != 0 ? ItemType.Special
        : ItemType.File;

    // Without an inode the path and the birth time stand for the file.
    private static long Identity(string path, DateTime created) =>
        FileIdentity.Of(FileIdentity.Of(0, 0, Nanoseconds(created)), Encoding.UTF8.GetBytes(path));

    private static long Nanoseconds(DateTime moment) => (moment - DateTime.UnixEpoch).Ticks * 100;
}
