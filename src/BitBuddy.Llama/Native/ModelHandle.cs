namespace BitBuddy.Llama.Native;

/// <summary>A loaded model.</summary>
internal sealed class ModelHandle : LlamaHandle
{
    protected override bool ReleaseHandle()
    {
        LlamaApi.llama_model_free(handle);
        return true;
    }
}
