using System.Runtime.InteropServices;
using System.Text;

namespace BitBuddy.Llama.Native;

/// <summary>
/// What a model file's own keys are taken for at load: llama.cpp's array of <c>llama_model_kv_override</c>, 264 bytes each, ended by an empty key.
/// Made once and kept.
/// </summary>
internal static unsafe class KeyOverrides
{
    private const int Size = 264, Key = 4, Value = 136;

    // Text is never filled in here. Where a file does not name these tokens, each of 150,000 is compared with twenty names.
    private static readonly string[] Unused = ["tokenizer.ggml.fim_pre_token_id", "tokenizer.ggml.fim_suf_token_id", "tokenizer.ggml.fim_mid_token_id"];

    /// <summary>Names the tokens for filling in text, so that nobody looks for them: a sixth of the time a large vocabulary takes.</summary>
    public static nint NoFillIn { get; } = Make();

    private static nint Make()
    {
        var all = (byte*)NativeMemory.AllocZeroed((nuint)Unused.Length + 1, Size);
        for (var i = 0; i < Unused.Length; i++)
            Encoding.ASCII.GetBytes(Unused[i], new Span<byte>(all + (i * Size) + Key, Value - Key));
        // The kind is 0, a whole number; the value is 0, a token like any other.
        return (nint)all;
    }
}
