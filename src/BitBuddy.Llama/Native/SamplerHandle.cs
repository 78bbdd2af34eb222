namespace BitBuddy.Llama.Native;

/// <summary>A chain of samplers, its members included.</summary>
internal sealed class SamplerHandle : LlamaHandle
{
    protected override bool ReleaseHandle()
    {
        LlamaApi.llama_sampler_free(handle);
        return true;
    }
}
