using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary>Takes the engine's log away from stderr.</summary>
internal static unsafe class LogBridge
{
    public static void Install() => LlamaApi.llama_log_set(&OnText, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnText(int level, byte* text, nint data) => LlamaLog.Append(
        level switch
        {
            1 => LlamaLogLevel.Debug,
            3 => LlamaLogLevel.Warning,
            4 => LlamaLogLevel.Error,
            5 => null,
            _ => LlamaLogLevel.Info,
        },
        MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
}
