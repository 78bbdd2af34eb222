namespace BitBuddy.Llama.Worker;

/// <summary>How a worker ended, as a sentence that says what to do.</summary>
internal static class WorkerDiagnosis
{
    public const string Hung = "The engine stopped answering and was ended; ask again.";
    public const string Garbled = "The engine's messages were garbled and it was ended; ask again, or install Bit Buddy again.";

    private const int LongestQuote = 200;
    private const int Aborted = 6;
    private const int Killed = 9;
    private static readonly int BadMapping = OperatingSystem.IsMacOS() ? 10 : 7;

    private static readonly Dictionary<int, string> Signals = new()
    {
        [1] = "SIGHUP", [2] = "SIGINT", [3] = "SIGQUIT", [4] = "SIGILL", [5] = "SIGTRAP", [Aborted] = "SIGABRT", [8] = "SIGFPE",
        [Killed] = "SIGKILL", [11] = "SIGSEGV", [13] = "SIGPIPE", [15] = "SIGTERM", [BadMapping] = "SIGBUS",
    };

    // The same ends as Windows reports them.
    private static readonly Dictionary<uint, int> Statuses = new()
    {
        [0xC0000005] = 11, [0xC0000006] = BadMapping, [0xC000001D] = 4, [0xC0000094] = 8, [0xC0000409] = Aborted, [0xC000013A] = 2,
    };

    /// <param name="exitCode">As <see cref="System.Diagnostics.Process.ExitCode"/>: from 128 on a signal.</param>
    /// <param name="lastWords">The last it wrote to standard error; any text.</param>
    /// <param name="killedForMemory">Whether the system says that it killed a process for want of memory.</param>
    public static string Of(int exitCode, string lastWords, bool killedForMemory)
    {
        var signal = Statuses.TryGetValue((uint)exitCode, out var same) ? same : exitCode - 128;
        if (exitCode == 0)
            return "The engine was ended; ask again to start it anew.";
        // The others are no end for want of memory, even where it was wanting some time before.
        var mayWantMemory = signal is Aborted or Killed || !Signals.ContainsKey(signal);
        if ((signal == Killed && killedForMemory) || (mayWantMemory && MemorySigns.In(lastWords)))
            return "The engine ran out of memory and ended; close other programs, or choose a smaller brain or context.";
        return Signals.TryGetValue(signal, out var name)
            ? OfSignal(signal, name, lastWords)
            : $"The engine ended by itself (exit code {exitCode}){After(lastWords)}; ask again, or install Bit Buddy again if this goes on.";
    }

    private static string OfSignal(int signal, string name, string lastWords) => signal switch
    {
        Killed => $"The engine was killed ({name}), maybe by the system for want of memory; ask again, or choose a smaller brain.",
        1 or 2 or 3 or 13 or 15 => $"The engine was ended from outside ({name}); ask again.",
        4 => $"The engine crashed ({name}: this processor lacks an instruction); install the engine for this processor.",
        Aborted => $"The engine gave up ({name}){After(lastWords)}; ask again, or choose another brain if this goes on.",
        _ when signal == BadMapping => $"The engine crashed ({name}: the brain's file shrank or cannot be read any more); check the file, or choose another brain.",
        _ => $"The engine crashed ({name}); ask again, or choose another brain if this goes on.",
    };

    private static string After(string lastWords)
    {
        var lines = lastWords.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines is not [.., var last])
            return "";
        return $" after saying “{LlamaLog.Escape(last.Length > LongestQuote ? last[..LongestQuote] + "…" : last)}”";
    }
}
