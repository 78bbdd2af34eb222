using System.Text;

namespace BitBuddy.Llama;

/// <summary>The engine's own log lines: whole lines, escaped of what would steer a terminal, kept off the screen unless asked for.</summary>
public static class LlamaLog
{
    private const int LongestLine = 1000;
    private static readonly Lock Gate = new();
    private static readonly List<byte> Pending = [];
    private static LlamaLogLevel _pendingLevel = LlamaLogLevel.Info;
    private static string? _lastProblem;

    /// <summary>Called with each line, maybe from an engine thread; what it throws is swallowed. Null: lines are dropped.</summary>
    public static Action<LlamaLogLevel, string>? Sink { get; set; }

    /// <summary>The last warning or error since the last call, else null.</summary>
    internal static string? TakeLastProblem() => Interlocked.Exchange(ref _lastProblem, null);

    /// <summary>Takes a piece of log text; the engine writes lines in pieces. A null level continues the line.</summary>
    internal static void Append(LlamaLogLevel? level, ReadOnlySpan<byte> text)
    {
        lock (Gate)
        {
            _pendingLevel = level ?? _pendingLevel;
            foreach (var b in text)
            {
                if (b == (byte)'\n')
                    Flush();
                else if (Pending.Count < LongestLine)
                    Pending.Add(b);
            }
        }
    }

    /// <summary>Control, format and line characters become visible marks.</summary>
    internal static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var steers = Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator;
            safe.Append(steers ? $"\\u{{{rune.Value:x}}}" : rune.ToString());
        }

        return safe.ToString();
    }

    private static void Flush()
    {
        if (Pending.Count == 0)
            return;
        var line = Escape(Encoding.UTF8.GetString([.. Pending]).Trim());
        Pending.Clear();
        // That memory ran out says more than what fails because of it.
        if (_pendingLevel >= LlamaLogLevel.Warning && (_lastProblem is null || !MemorySigns.In(_lastProblem)))
            _lastProblem = line;
        try
        {
            Sink?.Invoke(_pendingLevel, line);
        }
        catch (Exception)
        {
            // An exception must not cross into the engine.
        }
    }
}
