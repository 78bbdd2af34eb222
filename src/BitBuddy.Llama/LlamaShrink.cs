using System.Globalization;
using BitBuddy.Llama.Native;
using BitBuddy.Llama.Worker;

namespace BitBuddy.Llama;

/// <summary>Writes a model again with smaller weights.</summary>
internal static unsafe class LlamaShrink
{
    /// <param name="from">A GGUF file.</param>
    /// <param name="to">Written, and overwritten.</param>
    /// <param name="progress">Called on this thread with 0 to 1: the tensors done.</param>
    /// <exception cref="LlamaException">The engine cannot read, shrink or write it.</exception>
    public static void Run(string from, string to, ShrinkType type, int threads, Action<float> progress)
    {
        var parameters = LlamaApi.llama_model_quantize_default_params();
        parameters.NThread = threads;
        parameters.FType = (int)type;
        // Most brains have been shrunk before; what that costs is the caller's to say.
        parameters.AllowRequantize = 1;
        var sink = LlamaLog.Sink;
        // The engine tells its progress in its log alone: "[  12/ 291] blk.0.attn_q.weight - …".
        LlamaLog.Sink = (level, line) =>
        {
            Marks.Add();
            if (Share(line) is { } share)
                progress(share);
            sink?.Invoke(level, line);
        };
        try
        {
            _ = LlamaLog.TakeLastProblem();
            if (LlamaApi.llama_model_quantize(from, to, &parameters) != 0)
                throw LlamaException.WithNativeLine($"The engine cannot shrink '{LlamaLog.Escape(Path.GetFileName(from))}'.");
        }
        finally
        {
            LlamaLog.Sink = sink;
        }
    }

    /// <summary>The share of tensors done that a line of the log tells; null where it tells none.</summary>
    internal static float? Share(string line)
    {
        if (!line.StartsWith('[') || line.IndexOf(']', StringComparison.Ordinal) is not (> 0 and var end) || line[1..end].Split('/') is not [var done, var all])
            return null;
        return int.TryParse(done, CultureInfo.InvariantCulture, out var number) && int.TryParse(all, CultureInfo.InvariantCulture, out var count) && count > 0 && number >= 0 && number <= count
            ? number / (float)count
            : null;
    }
}
