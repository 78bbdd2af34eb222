using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Where a file in <c>models/</c> came from, beside it: what cannot be read from its bytes when the list is lost.</summary>
internal static class BrainReceipt
{
    private const int LargestBytes = 100_000;

    public static void Keep(KnownBrain brain) =>
        AtomicFile.Write(PathOf(brain.Path), JsonSerializer.SerializeToUtf8Bytes(brain, CoreJson.Default.KnownBrain));

    /// <summary>The receipt of a brain's file; null where there is none that can be read.</summary>
    public static KnownBrain? Read(string brain)
    {
        try
        {
            return new FileInfo(PathOf(brain)) is { Exists: true, Length: <= LargestBytes } file
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName), CoreJson.Default.KnownBrain)
                : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void Delete(string brain) => File.Delete(PathOf(brain));

    private static string PathOf(string brain) => brain + ".receipt";
}
