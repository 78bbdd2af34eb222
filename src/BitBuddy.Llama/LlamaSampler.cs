using BitBuddy.Llama.Native;

namespace BitBuddy.Llama;

/// <summary>Chooses the next token.</summary>
internal sealed class LlamaSampler : IDisposable
{
    private const int PenaltyWindow = 64;
    private readonly SamplerHandle _chain;

    public LlamaSampler(ReplyOptions options, int vocabularySize)
    {
        _chain = LlamaApi.llama_sampler_chain_init(1);
        if (options.Penalizes)
            Add(LlamaApi.llama_sampler_init_penalties(
                vocabularySize, PenaltyWindow, options.RepeatPenalty, options.FrequencyPenalty, options.PresencePenalty));
        if (options.Temperature <= 0)
        {
            Add(LlamaApi.llama_sampler_init_greedy());
            return;
        }

        if (options.TopK > 0)
            Add(LlamaApi.llama_sampler_init_top_k(options.TopK));
        Add(LlamaApi.llama_sampler_init_top_p(options.TopP, 1));
        Add(LlamaApi.llama_sampler_init_min_p(options.MinP, 1));
        Add(LlamaApi.llama_sampler_init_temp(options.Temperature));
        Add(LlamaApi.llama_sampler_init_dist(options.Seed ?? (uint)Random.Shared.Next()));
    }

    public int Next(LlamaContext context)
    {
        Marks.Add();
        return LlamaApi.llama_sampler_sample(_chain, context.Handle, -1);
    }

    public void Dispose() => _chain.Dispose();

    private void Add(nint sampler) => LlamaApi.llama_sampler_chain_add(_chain, sampler);
}
