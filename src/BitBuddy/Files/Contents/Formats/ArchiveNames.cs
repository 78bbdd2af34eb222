using System.Formats.Tar;
using System.IO.Compression;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>The names of what lies in an archive; nothing of it is unpacked.</summary>
internal static class ArchiveNames
{
    public static void ReadZip(Stream file, ContentSink sink)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        sink.At(null, null);
        foreach (var entry in zip.Entries)
            sink.Add(entry.FullName + "\n");
    }

    public static void ReadTar(Stream file, ContentSink sink)
    {
        using var tar = new TarReader(file, leaveOpen: true);
        sink.At(null, null);
        while (tar.GetNextEntry() is { } entry)
            sink.Add(entry.Name + "\n");
    }

    public static void ReadTarGz(Stream file, ContentSink sink)
    {
        using var unpacked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        ReadTar(new Bounded.Capped(unpacked), sink);
    }
}
