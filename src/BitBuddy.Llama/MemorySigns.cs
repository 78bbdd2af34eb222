namespace BitBuddy.Llama;

/// <summary>How the engine and the runtime say that memory ran out.</summary>
internal static class MemorySigns
{
    private static readonly string[] Known =
        ["bad_alloc", "failed to allocate", "unable to allocate", "insufficient memory", "Cannot allocate memory", "OutOfMemory", "Out of memory"];

    public static bool In(string text) => Known.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
