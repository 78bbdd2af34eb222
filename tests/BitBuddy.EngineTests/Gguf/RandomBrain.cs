namespace BitBuddy.EngineTests.Gguf;

/// <summary>
/// A small model of random weights, the same for the same seed: what it says means nothing, but each token depends on all tokens
/// before it, so a context that is not exactly right says something else.
/// </summary>
public sealed record RandomBrain
{
    private const int Width = 64;
    private const int Layers = 3;

    public int Seed { get; init; } = 1;

    /// <summary>A recurrent model (Mamba), which cannot forget a part of what it has read; else one with attention (Llama).</summary>
    public bool Recurrent { get; init; }

    /// <summary>4-bit attention weights, which can be repacked; they round more than whole ones.</summary>
    public bool Quantised { get; init; }

    public void Write(string path)
    {
        var random = new Random(Seed);
        var vocabulary = new ScriptedVocabulary();
        var words = vocabulary.Texts.Count;
        var architecture = Recurrent ? "mamba" : "llama";
        var file = new GgufWriter()
            .Add("general.architecture", architecture)
            .Add("general.name", "Random brain")
            .Add($"{architecture}.context_length", 4096u)
            .Add($"{architecture}.embedding_length", (uint)Width)
            .Add($"{architecture}.block_count", (uint)Layers)
            .Add($"{architecture}.attention.layer_norm_rms_epsilon", 1e-5f)
            .Add($"{architecture}.vocab_size", (uint)words)
            .Add("tokenizer.ggml.model", "llama")
            .Add("tokenizer.ggml.tokens", vocabulary.Texts)
            .Add("tokenizer.ggml.scores", vocabulary.Scores)
            .Add("tokenizer.ggml.token_type", vocabulary.Types)
            .Add("tokenizer.ggml.bos_token_id", (uint)ScriptedVocabulary.Bos)
            .Add("tokenizer.ggml.eos_token_id", (uint)ScriptedVocabulary.End)
            .Add("tokenizer.chat_template", ScriptedBrain.ChatMl);
        AddShape(file, architecture);

        file.AddSingle("token_embd.weight", [Width, words], () => random.NextSingle() - 0.5f)
            .AddSingle("output.weight", [Width, words], () => random.NextSingle() - 0.5f)
            .AddVector("output_norm.weight", Width, 1);
        for (var layer = 0; layer < Layers; layer++)
        {
            file.AddVector($"blk.{layer}.attn_norm.weight", Width, 1);
            if (Recurrent)
                AddRecurrent(file, $"blk.{layer}", random);
            else
                AddAttention(file, $"blk.{layer}", random);
        }

        file.Write(path);
    }

    private void AddShape(GgufWriter file, string architecture)
    {
        if (Recurrent)
        {
            file.Add($"{architecture}.feed_forward_length", 0u).Add($"{architecture}.attention.head_count", 0u)
                .Add($"{architecture}.ssm.conv_kernel", 4u).Add($"{architecture}.ssm.inner_size", 2u * Width)
                .Add($"{architecture}.ssm.state_size", 16u).Add($"{architecture}.ssm.time_step_rank", 4u);
        }
        else
        {
            file.Add($"{architecture}.feed_forward_length", 2u * Width).Add($"{architecture}.attention.head_count", 4u)
                .Add($"{architecture}.attention.head_count_kv", 2u).Add($"{architecture}.rope.dimension_count", 16u);
        }
    }

    private void AddAttention(GgufWriter file, string name, Random random)
    {
        file.AddVector($"{name}.ffn_norm.weight", Width, 1);
        foreach (var (matrix, columns, rows, scale) in ((string, int, int, float)[])
        [
            ("attn_q", Width, Width, 0.05f), ("attn_k", Width, Width / 2, 0.05f), ("attn_v", Width, Width / 2, 0.05f), ("attn_output", Width, Width, 0.05f),
            ("ffn_gate", Width, 2 * Width, 0.02f), ("ffn_up", Width, 2 * Width, 0.02f), ("ffn_down", 2 * Width, Width, 0.02f),
        ])
        {
            if (Quantised)
                file.AddQuarter($"{name}.{matrix}.weight", columns, rows, random, scale);
            else
                file.AddSingle($"{name}.{matrix}.weight", [columns, rows], () => (random.NextSingle() - 0.5f) * 16 * scale);
        }
    }

    private static void AddRecurrent(GgufWriter file, string name, Random random)
    {
        file.AddSingle($"{name}.ssm_in.weight", [Width, 4 * Width], Small)
            .AddSingle($"{name}.ssm_conv1d.weight", [4, 2 * Width], Small)
            .AddVector($"{name}.ssm_conv1d.bias", 2 * Width, 0.1f)
            .AddSingle($"{name}.ssm_x.weight", [2 * Width, 4 + 32], Small)
            .AddSingle($"{name}.ssm_dt.weight", [4, 2 * Width], Small)
            .AddVector($"{name}.ssm_dt.bias", 2 * Width, 0.1f)
            .AddSingle($"{name}.ssm_a", [16, 2 * Width], () => -0.1f - random.NextSingle())
            .AddVector($"{name}.ssm_d", 2 * Width, 1)
            .AddSingle($"{name}.ssm_out.weight", [2 * Width, Width], Small);

        float Small() => (random.NextSingle() - 0.5f) * 0.6f;
    }
}
