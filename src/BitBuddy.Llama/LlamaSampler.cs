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

    /// <summary>The next token after those computed; null where none is left open.</summary>
    /// <param name="context">Holds the logits.</param>
    /// <param name="closed">Tokens that may not come next; null: any may.</param>
    public int? Next(LlamaContext context, IReadOnlySet<int>? closed)
    {
        Marks.Add();
        return closed is null || context.Close(closed) ? LlamaApi.llama_sampler_sample(_chain, context.Handle, -1) : null;
    }

    /// <summary>The next token of a context that is nobody's.</summary>
    public int Next(ContextHandle context) => LlamaApi.llama_sampler_sample(_chain, context, -1);

    /// <summary>Takes note of a token that was chosen before.</summary>
    public void Accept(int token) => LlamaApi.llama_sampler_accept(_chain, token);

    public void Dispose() => _chain.Dispose();

    private void Add(nint sampler) => LlamaApi.llama_sampler_chain_add(_chain, sampler);
}
