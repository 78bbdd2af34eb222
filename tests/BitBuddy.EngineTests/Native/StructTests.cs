using System.Runtime.CompilerServices;
using BitBuddy.Llama.Native;

namespace BitBuddy.EngineTests.Native;

/// <summary>The layouts of the pinned version, as dumped from its libraries.</summary>
[Collection(EngineCollection.Name)]
public sealed unsafe class StructTests
{
    [Fact]
    public void Sizes_AsInTheLibrary()
    {
        Assert.Equal(80, sizeof(ModelParams));
        Assert.Equal(160, sizeof(ContextParams));
        Assert.Equal(64, sizeof(QuantizeParams));
        Assert.Equal(56, sizeof(Batch));
        Assert.Equal(16, sizeof(ChatTurn));
    }

    [Fact]
    public void ModelParams_Offsets_AsInTheLibrary()
    {
        var value = default(ModelParams);
        var start = (byte*)&value;

        Assert.Equal(
            [16, 20, 24, 28, 32, 40, 48, 56, 64, 72, 73, 74, 77],
            [
                At(start, ref value.NGpuLayers), At(start, ref value.SplitMode), At(start, ref value.LoadMode), At(start, ref value.LazyMode),
                At(start, ref value.MainGpu), At(start, ref value.TensorSplit), At(start, ref value.ProgressCallback),
                At(start, ref value.ProgressCallbackUserData), At(start, ref value.KvOverrides), At(start, ref value.VocabOnly),
                At(start, ref value.CheckTensors), At(start, ref value.UseExtraBufts), At(start, ref value.LoadMtp),
            ]);
    }

    [Fact]
    public void ContextParams_Offsets_AsInTheLibrary()
    {
        var value = default(ContextParams);
        var start = (byte*)&value;

        Assert.Equal(
            [4, 8, 12, 24, 28, 32, 52, 56, 80, 84, 88, 104, 108, 112, 120, 128, 130, 133, 136, 144, 152],
            [
                At(start, ref value.NBatch), At(start, ref value.NUbatch), At(start, ref value.NSeqMax), At(start, ref value.NOutputsMaxPerSeq),
                At(start, ref value.NThreads), At(start, ref value.NThreadsBatch), At(start, ref value.FlashAttnType),
                At(start, ref value.RopeFreqBase), At(start, ref value.YarnOrigCtx), At(start, ref value.DefragThold), At(start, ref value.CbEval),
                At(start, ref value.TypeK), At(start, ref value.TypeV), At(start, ref value.AbortCallback), At(start, ref value.AbortCallbackData),
                At(start, ref value.Embeddings), At(start, ref value.NoPerf), At(start, ref value.KvUnified), At(start, ref value.Samplers),
                At(start, ref value.NSamplers), At(start, ref value.CtxOther),
            ]);
    }

    [Fact]
    public void Defaults_OfTheLibrary_FitTheStructs()
    {
        var context = LlamaApi.llama_context_default_params();

        Assert.True(Canary.Fits(LlamaApi.llama_model_default_params()));
        Assert.True(Canary.Fits(context));
        context.TypeV = 2;
        Assert.False(Canary.Fits(context));
        Assert.True(Canary.Fits(LlamaApi.llama_model_quantize_default_params()));
    }

    [Fact]
    public void QuantizeParams_Offsets_AsInTheLibrary()
    {
        var value = default(QuantizeParams);
        var start = (byte*)&value;

        Assert.Equal(
            [4, 8, 12, 16, 17, 21, 24],
            [
                At(start, ref value.FType), At(start, ref value.OutputTensorType), At(start, ref value.TokenEmbeddingType),
                At(start, ref value.AllowRequantize), At(start, ref value.QuantizeOutputTensor), At(start, ref value.DryRun), At(start, ref value.Imatrix),
            ]);
    }

    private static int At<T>(byte* start, ref T field) where T : unmanaged => (int)((byte*)Unsafe.AsPointer(ref field) - start);
}
