using System.Collections.Concurrent;

namespace BitBuddy.Llama.Native;

/// <summary>Native handles that nobody disposed: the ones whose finalizer ran.</summary>
internal static class HandleLeaks
{
    public static ConcurrentQueue<string> Found { get; } = [];
}
