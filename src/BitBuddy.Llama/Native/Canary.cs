using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary>Finds out, before anything depends on it, whether the libraries are the ones the structs were written for.</summary>
internal static unsafe class Canary
{
    /// <returns>The library's own version.</returns>
    /// <exception cref="LlamaException">Another version, or defaults at other places.</exception>
    public static string Check(string builtFor)
    {
        var version = Marshal.PtrToStringUTF8((nint)LlamaApi.llama_version()) ?? "";
        if (!version.StartsWith(builtFor.TrimStart('v'), StringComparison.Ordinal) || !Fits(LlamaApi.llama_model_default_params()) || !Fits(LlamaApi.llama_context_default_params())
            || !Fits(LlamaApi.llama_model_quantize_default_params()))
            throw new LlamaException($"The engine is llama.cpp {LlamaLog.Escape(version)}, but this program is built for {builtFor}; build again, or unset {EngineFolder.Variable}.");
        return version;
    }

    public static bool Fits(in ModelParams model) => sizeof(ModelParams) == 80
        && model is { NGpuLayers: -1, SplitMode: 1, LoadMode: -1, LazyMode: 1, VocabOnly: 0, UseExtraBufts: 1, LoadMtp: 0, KvOverrides: 0 };

    public static bool Fits(in QuantizeParams shrink) => sizeof(QuantizeParams) == 64
        && shrink is { NThread: 0, FType: 7, OutputTensorType: 43, TokenEmbeddingType: 43, AllowRequantize: 0, QuantizeOutputTensor: 1, OnlyCopy: 0, Imatrix: 0 };

    public static bool Fits(in ContextParams context) => sizeof(ContextParams) == 160
        && context is { NCtx: 512, NBatch: 2048, NUbatch: 512, NSeqMax: 1, NThreads: 4, FlashAttnType: -1, DefragThold: -1f, TypeK: 1, TypeV: 1 }
        && context is { OffloadKqv: 1, NoPerf: 1, SwaFull: 1, KvUnified: 0, AbortCallback: 0, NSamplers: 0 };
}
