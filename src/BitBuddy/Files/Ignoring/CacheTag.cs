using BitBuddy.Platform;

namespace BitBuddy.Files.Ignoring;

/// <summary>The mark by which programs say that a folder holds nothing but what can be made again (bford.info/cachedir).</summary>
internal static class CacheTag
{
    public static bool IsTag(ReadOnlySpan<byte> name) => name.SequenceEqual("CACHEDIR.TAG"u8);

    /// <summary>True for a folder whose mark is genuine.</summary>
    public static bool Marks(byte[] folder)
    {
        var signature = "Signature: 8a477f597d28d172789f06886806bc55"u8;
        Span<byte> head = stackalloc byte[signature.Length];
        return FileHead.Read(PathText.Join(folder, "CACHEDIR.TAG"u8), head) == head.Length && head.SequenceEqual(signature);
    }
}
