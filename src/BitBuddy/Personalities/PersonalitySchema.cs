using BitBuddy.Platform;

namespace BitBuddy.Personalities;

/// <summary>The JSON schema of <c>personality.json</c>: editors check and complete with it.</summary>
public static class PersonalitySchema
{
    /// <summary>Where a buddy's file finds it.</summary>
    internal const string FromABuddy = "../../personality.schema.json";

    public static byte[] Bytes()
    {
        using var stream = typeof(PersonalitySchema).Assembly.GetManifestResourceStream("BitBuddy.Personalities.personality.schema.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Puts it into the home, where that can be written: it is a help, not a need.</summary>
    public static void Write(BuddyHome home)
    {
        var path = Path.Combine(home.Root, "personality.schema.json");
        try
        {
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(Bytes()))
                AtomicFile.Write(path, Bytes());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BuddyException)
        {
            // The editor does without.
        }
    }
}
