namespace BitBuddy.Brains;

/// <summary>What of a model its working memory depends on.</summary>
/// <param name="KeyValueBytes">Bytes that one token of the context takes over all layers with attention, as 16-bit numbers.</param>
/// <param name="StateBytes">Bytes that do not depend on the context: the states of layers without attention, as 32-bit numbers.</param>
public sealed record BrainShape(long KeyValueBytes, long StateBytes)
{
    // The engine takes its context in steps of so many tokens.
    private const int ContextStep = 256;

    /// <summary>Bytes of working memory for so many tokens. A sliding window saves nothing: the engine keeps all tokens of such layers too.</summary>
    public long MemoryFor(int contextSize) =>
        checked(((long)contextSize + ContextStep - 1) / ContextStep * ContextStep * KeyValueBytes + StateBytes);

    internal static BrainShape? From(GgufKeys keys, string architecture)
    {
        if (Number("block_count") is not { } blocks || Number("embedding_length") is not { } width)
            return null;
        var layers = (int)blocks;
        var state = StateOf();
        if (PerLayer("attention.head_count") is not { } heads)
            return state > 0 ? new BrainShape(0, layers * state) : null;
        var shared = PerLayer("attention.head_count_kv") ?? heads;
        long bytes = 0, states = 0;
        for (var layer = 0; layer < layers; layer++)
        {
            var size = heads[layer] == 0 ? 0 : width / heads[layer];
            bytes += shared[layer] * ((Number("attention.key_length") ?? size) + (Number("attention.value_length") ?? size)) * sizeof(ushort);
            // A layer without shared heads is one without attention; models that mix both within a layer have a state beside it.
            states += shared[layer] == 0 || Number("ssm.inner_size") is not null ? state : 0;
        }

        return new BrainShape(bytes, states);

        long? Number(string key) => keys.Number($"{architecture}.{key}");

        long[]? PerLayer(string key) => keys.PerLayer($"{architecture}.{key}", layers);

        long StateOf()
        {
            var inner = Number("ssm.inner_size") ?? 0;
            var scan = (Number("ssm.state_size") ?? 0) * inner;
            var convolution = Math.Max(0, (Number("ssm.conv_kernel") ?? 1) - 1) * (inner + 2 * (Number("ssm.group_count") ?? 0) * (Number("ssm.state_size") ?? 0));
            var shortConvolution = Math.Max(0, (Number("shortconv.l_cache") ?? 1) - 1) * width;
            return (scan + convolution + shortConvolution) * sizeof(float);
        }
    }
}
