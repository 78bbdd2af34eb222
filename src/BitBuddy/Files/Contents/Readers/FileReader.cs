using BitBuddy.Isolation;
using BitBuddy.Platform;

namespace BitBuddy.Files.Contents.Readers;

/// <summary>The child process: it is handed open files, one after the other, and tells what stands in them. It knows no path and opens nothing.</summary>
public static class FileReader
{
    /// <summary>Runs until the parent is gone.</summary>
    /// <param name="desk">The number of the descriptor that files come over.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(string desk)
    {
        var (input, output) = ChildStreams.TakeOver();
        // A build that is not compiled ahead has still to load what it is made of.
        LoadCiphers();
        ProcessHardening.ApplyWithoutFiles(mayOpen: AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is not null);
        ProcessHardening.BoundMemory((ulong)ReaderLimits.Memory);
        new Thread(() => EndWithParent(input)) { IsBackground = true, Name = "parent" }.Start();
        if (!int.TryParse(desk, out var number))
            return (int)ExitCode.Usage;
        while (FilePost.Receive(number) is { } post)
        {
            using var file = new FileStream(post.File, FileAccess.Read, bufferSize: 4096);
            Read((ContentFormat)post.Word, file, output);
        }

        return 0;
    }

    private static void Read(ContentFormat format, Stream file, Stream output)
    {
        var sink = new ContentSink(
            part => new ReaderFrame(ReaderFrame.Type.Part, part.Page ?? -1, part.Line ?? -1, part.Text).Write(output),
            (fact, value) => new ReaderFrame(ReaderFrame.Type.Fact, (int)fact, -1, value).Write(output));
        var (state, reason) = Outcome(format, file, sink);
        new ReaderFrame(ReaderFrame.Type.End, (int)state, (int)reason, "").Write(output);
    }

    /// <summary>Reads into a sink; whatever is wrong with the file becomes a reason.</summary>
    internal static (ContentState State, ContentReason Reason) Outcome(ContentFormat format, Stream file, ContentSink sink)
    {
        try
        {
            ContentFormats.Read(format, file, sink);
            return sink.HasText || format == ContentFormat.Image ? (ContentState.Read, ContentReason.None) : (ContentState.Nothing, ContentReason.NoText);
        }
        catch (EnoughException)
        {
            sink.Flush();
            return (ContentState.Part, ContentReason.TooLong);
        }
        catch (ProtectedException)
        {
            return (ContentState.Failed, ContentReason.Password);
        }
        // Parsers of damaged files fail in every way there is.
        catch (Exception e) when (e is not BuddyException)
        {
            TryFlush(sink);
            var reason = e is OutOfMemoryException or InsufficientMemoryException ? ContentReason.TooMuchMemory : ContentReason.Damaged;
            return (sink.HasText ? ContentState.Part : ContentState.Failed, reason);
        }
    }

    private static void TryFlush(ContentSink sink)
    {
        try
        {
            sink.Flush();
        }
        catch (OutOfMemoryException)
        {
            // Then the last piece is lost too.
        }
    }

    // Nothing is ever written there: it ends when the parent does, however that went.
    private static void EndWithParent(FileStream input)
    {
        try
        {
            while (input.ReadByte() >= 0)
            {
            }
        }
        catch (IOException)
        {
            // The pipe broke: the parent is gone.
        }

        ChildStreams.Exit(0);
    }

    // What locked documents need is loaded from the disk at its first use, which is forbidden later.
    private static void LoadCiphers()
    {
        using var aes = System.Security.Cryptography.Aes.Create();
        using var decryptor = aes.CreateDecryptor();
        _ = System.Security.Cryptography.SHA256.HashData([]);
    }
}
