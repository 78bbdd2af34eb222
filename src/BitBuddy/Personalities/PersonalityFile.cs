using System.IO.Hashing;
using System.Text.Encodings.Web;
using System.Text.Json;
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

    /// <summary>The same text with another name in it, and nothing else changed: the file is the user's.</summary>
    /// <exception cref="BuddyException">It is not a personality.</exception>
    public static byte[] Renamed(byte[] json, string file, string name)
    {
        PersonalityReader.Read(json, file);
        ReadOnlySpan<byte> bom = [0xEF, 0xBB, 0xBF];
        var start = json.AsSpan().StartsWith(bom) ? bom.Length : 0;
        var reader = new Utf8JsonReader(json.AsSpan(start));
        while (reader.Read() && !(reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("name")))
        {
        }

        reader.Read();
        var text = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        return [.. json.AsSpan(0, start + (int)reader.TokenStartIndex), (byte)'"', .. text, (byte)'"', .. json.AsSpan(start + (int)reader.BytesConsumed)];
    }

    /// <summary>16 hex digits that change with anything the file says, and with nothing else.</summary>
    public static string VersionOf(Personality personality) =>
        Convert.ToHexStringLower(XxHash3.Hash(PersonalityWriter.Write(personality, indented: false)));

    internal static byte[] Bytes(string path)
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
                throw NotOrdinary(shown);
            if (file.Length > MaxBytes)
                throw TooLarge(shown);

            using var stream = OrdinaryFile.Open(file.FullName) ?? throw NotOrdinary(shown);
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

    private static BuddyException NotOrdinary(string shown) =>
        new($"{shown} is empty or not an ordinary file. A personality needs at least {{ \"name\": \"Pixel\" }}.");

    private static BuddyException TooLarge(string shown) =>
        new($"{shown} is larger than {MaxBytes / 1024} KB. A personality is a page of text: shorten it.");
}
