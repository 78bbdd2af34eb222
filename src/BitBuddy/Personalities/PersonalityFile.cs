using System.Security.Cryptography;
using BitBuddy.Platform;

namespace BitBuddy.Personalities;

/// <summary>Reads and writes <c>personality.json</c>; every complaint names file, line, field and what is allowed.</summary>
public static class PersonalityFile
{
    /// <summary>A larger file is refused before it is parsed.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <exception cref="BuddyException">The file is missing, unreadable, or not a personality.</exception>
    public static Personality Load(string path) => PersonalityReader.Read(Bytes(path), path);

    /// <summary>Whole or not at all; indented, so that people can edit it.</summary>
    public static void Write(string path, Personality personality) =>
        AtomicFile.Write(path, PersonalityWriter.Write(personality, indented: true));

    /// <summary>16 hex digits that change with anything the file says, and with nothing else.</summary>
    public static string VersionOf(Personality personality) =>
        Convert.ToHexStringLower(SHA256.HashData(PersonalityWriter.Write(personality, indented: false)))[..16];

    private static byte[] Bytes(string path)
    {
        var shown = Display.Line(path);
        try
        {
            var file = new FileInfo(path);
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (Directory.Exists(file.FullName))
                throw new BuddyException($"{shown} is a folder. A personality is a file.");
            // Pipes and devices have no length either; opening one could wait for ever.
            if (file.Length == 0)
                throw new BuddyException($"{shown} is empty or not an ordinary file. A personality needs at least {{ \"name\": \"Pixel\" }}.");
            if (file.Length > MaxBytes)
                throw TooLarge(shown);

            using var stream = file.Open(new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });
            var buffer = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length > MaxBytes ? throw TooLarge(shown) : buffer[..length];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BuddyException($"There is no personality file at {shown}. Make one with 'bitbuddy buddy meet'.", ExitCode.NotFound, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BuddyException($"{shown} could not be read: {Display.Line(e.Message)} Check the file and its permissions.", inner: e);
        }
    }

    private static BuddyException TooLarge(string shown) =>
        new($"{shown} is larger than {MaxBytes / 1024} KB. A personality is a page of text: shorten it.");
}
