using System.Text;

namespace BitBuddy.Platform;

/// <summary>Writes a file whole or not at all: a crash leaves the old or the new contents.</summary>
public static class AtomicFile
{
    /// <summary>Replaces the file at <paramref name="path"/>; readable by its owner only.</summary>
    /// <param name="durable">False: whole for every reader, but a power cut may lose it.</param>
    /// <exception cref="BuddyException">It cannot be written there.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool durable = true)
    {
        var temporary = $"{path}.{Guid.NewGuid().ToString("N")[..8]}.tmp";
        try
        {
            using (var file = PrivateFile.Open(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: durable);
            }

            File.Move(temporary, path, overwrite: true);
            if (durable)
                FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(temporary);
            throw new BuddyException($"{Display.Line(path)} could not be written: {Display.Line(e.Message)}", inner: e);
        }
    }

    /// <summary>Moves a file that is whole to its place on the same disk, where there is none yet.</summary>
    /// <exception cref="IOException">There is one, or it cannot be moved there.</exception>
    public static void Publish(string from, string path)
    {
        File.Move(from, path, overwrite: false);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/");
    }

    // The rename itself is kept only once the folder is; some file systems cannot do it, and the file is whole without.
    private static unsafe void FlushFolder(string folder)
    {
        if (!Libc.IsHere)
            return;
        fixed (byte* path = Encoding.UTF8.GetBytes(folder + '\0'))
        {
            var descriptor = Libc.Open(path, Libc.ReadOnly | Libc.CloseOnExec | Libc.DirectoryOnly, 0);
            if (descriptor < 0)
                return;
            _ = Libc.Fsync(descriptor);
            _ = Libc.Close(descriptor);
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The write's own error is the one to tell.
        }
    }
}
