using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary><c>llama_model_quantize_params</c>; what lies from <see cref="Rest"/> on is left as the library gives it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct QuantizeParams
{
    public int NThread;
    public int FType;
    public int OutputTensorType;
    public int TokenEmbeddingType;
    public byte AllowRequantize;
    public byte QuantizeOutputTensor;
    public byte OnlyCopy;
    public byte Pure;
    public byte KeepSplit;
    public byte DryRun;
    public nint Imatrix;
    public fixed long Rest[4];
}
