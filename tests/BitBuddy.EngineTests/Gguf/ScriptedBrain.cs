namespace BitBuddy.EngineTests.Gguf;

/// <summary>
/// A small model that recites: attention and feed-forward weights are zero, so what comes next depends on the current token only,
/// and the output matrix is a table of next tokens. It tokenises, decodes, samples and stops as any model does.
/// </summary>
public sealed record ScriptedBrain
{
    /// <summary>What it says. Several: one by chance, each as likely; the first at temperature 0.</summary>
    public IReadOnlyList<string> Replies { get; init; } = ["You have 12 pdf files. "];

    /// <summary>Added to the first reply byte by byte, so that tokens end within characters; no byte twice.</summary>
    public string InBytes { get; init; } = "";

    /// <summary>What it says instead behind words of its first reply, where the way it would go from there is closed; the first ones rather than the later.</summary>
    public IReadOnlyList<(string Behind, string Says)> Otherwise { get; init; } = [];

    /// <summary>Begins again instead of ending.</summary>
    public bool Endless { get; init; }

    /// <summary>The chat template text in the file; null: none.</summary>
    public string? Template { get; init; } = ChatMl;

    /// <summary>Whether the file asks for a begin token.</summary>
    public bool AddsBos { get; init; } = true;

    public bool MarksAreUserDefined { get; init; }

    public int ContextSize { get; init; } = 4096;

    /// <summary>Width of each layer that computes nothing: 100,000 make a token take a millisecond or more (and the file 20 MB of holes).</summary>
    public int FeedForward { get; init; } = 32;

    public int Layers { get; init; } = 1;

    /// <summary>It speaks in slots (prompt layout 2): tokens as &lt;|v0|&gt; in its replies are slots.</summary>
    public bool SpeaksInSlots { get; init; }

    /// <summary>Words and situations it says it was taught; null: it does not say.</summary>
    public (string Words, string Situations)? Taught { get; init; }

    public const string ChatMl =
        "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    /// <summary>Writes the brain with one reply.</summary>
    public static void Write(string path, string reply) => new ScriptedBrain { Replies = [reply] }.Write(path);

    public void Write(string path)
    {
        var vocabulary = new ScriptedVocabulary(MarksAreUserDefined, SpeaksInSlots);
        var used = new HashSet<int>();
        var scripts = Replies.Select((reply, i) => Script(vocabulary, used, reply, i == 0 ? InBytes : "")).ToArray();
        var branches = Otherwise.Select((branch, i) => (Behind: Last(vocabulary, scripts[0], branch.Behind), Script: Script(vocabulary, used, branch.Says, ""), Weight: 2f - (0.1f * i))).ToArray();

        // All tokens that are no step of a script look the same to the model: a prompt's last token, whatever it is, begins a reply.
        var states = scripts.Concat(branches.Select(branch => branch.Script)).SelectMany(script => script).Distinct().ToArray();
        var column = states.Select((token, i) => (token, i)).ToDictionary(pair => pair.token, pair => pair.i + 1);
        var width = (states.Length + 1 + 31) / 32 * 32;
        var embeddings = Enumerable.Range(0, vocabulary.Texts.Count).Select(token => (token, column.GetValueOrDefault(token), 1f));
        var table = scripts.Select(script => (script[0], 0, 4f)).Concat(scripts.Concat(branches.Select(branch => branch.Script)).SelectMany(script => Steps(script, column)))
            .Concat(branches.Select(branch => (branch.Script[0], column[branch.Behind], branch.Weight)));
        // The file's rows go up, so that it is written from its beginning to its end.
        Write(path, vocabulary, width, embeddings, [.. table.Order()]);
    }

    // The token that these words of a script end in.
    private static int Last(ScriptedVocabulary vocabulary, int[] script, string words)
    {
        var said = "";
        return Array.Find(script, token => (said += vocabulary.Texts[token].Replace('▁', ' ')).Length >= words.Length);
    }

    private static int[] Script(ScriptedVocabulary vocabulary, HashSet<int> used, string reply, string inBytes) =>
        [.. vocabulary.SpellPhrase(reply, used), .. ScriptedVocabulary.SpellBytes(inBytes, used)];

    private IEnumerable<(int Row, int Column, float Value)> Steps(int[] script, Dictionary<int, int> column) =>
        script.Select((token, i) => (i + 1 < script.Length ? script[i + 1] : Endless ? script[0] : ScriptedVocabulary.End, column[token], 4f));

    private void Write(
        string path, ScriptedVocabulary vocabulary, int width, IEnumerable<(int, int, float)> embeddings, IEnumerable<(int, int, float)> table)
    {
        const uint Head = 32;
        var words = vocabulary.Texts.Count;
        var file = new GgufWriter()
            .Add("general.architecture", "llama")
            .Add("general.name", "Scripted brain")
            .Add("llama.context_length", (uint)ContextSize)
            .Add("llama.embedding_length", (uint)width)
            .Add("llama.block_count", (uint)Layers)
            .Add("llama.feed_forward_length", (uint)FeedForward)
            .Add("llama.attention.head_count", 1u)
            .Add("llama.attention.head_count_kv", 1u)
            .Add("llama.attention.key_length", Head)
            .Add("llama.attention.value_length", Head)
            .Add("llama.attention.layer_norm_rms_epsilon", 1e-5f)
            .Add("llama.rope.dimension_count", Head)
            .Add("llama.vocab_size", (uint)words)
            .Add("tokenizer.ggml.model", "llama")
            .Add("tokenizer.ggml.tokens", vocabulary.Texts)
            .Add("tokenizer.ggml.scores", vocabulary.Scores)
            .Add("tokenizer.ggml.token_type", vocabulary.Types)
            .Add("tokenizer.ggml.bos_token_id", (uint)ScriptedVocabulary.Bos)
            .Add("tokenizer.ggml.eos_token_id", (uint)ScriptedVocabulary.End)
            .Add("tokenizer.ggml.add_bos_token", AddsBos);
        if (SpeaksInSlots)
            file.Add("bitbuddy.prompt_layout", 2u).Add("bitbuddy.slot_token_id", (uint)vocabulary["<|v0|>"]);
        if (Taught is { } taught)
            file.Add("bitbuddy.words", taught.Words).Add("bitbuddy.situations", taught.Situations);
        if (Template is not null && !SpeaksInSlots)
            file.Add("tokenizer.chat_template", Template);

        file.AddHalf("token_embd.weight", width, words, embeddings)
            .AddVector("output_norm.weight", width, 1)
            .AddHalf("output.weight", width, words, table);
        for (var layer = 0; layer < Layers; layer++)
            AddSilentLayer(file, $"blk.{layer}", width, (int)Head);
        file.Write(path);
    }

    private void AddSilentLayer(GgufWriter file, string name, int width, int head) => file
        .AddVector($"{name}.attn_norm.weight", width, 1)
        .AddHalf($"{name}.attn_q.weight", width, head)
        .AddHalf($"{name}.attn_k.weight", width, head)
        .AddHalf($"{name}.attn_v.weight", width, head)
        .AddHalf($"{name}.attn_output.weight", head, width)
        .AddVector($"{name}.ffn_norm.weight", width, 1)
        .AddHalf($"{name}.ffn_gate.weight", width, FeedForward)
        .AddHalf($"{name}.ffn_up.weight", width, FeedForward)
        .AddHalf($"{name}.ffn_down.weight", FeedForward, width);
}
