using BitBuddy.Llama.Native;

namespace BitBuddy.Llama.Bench;

/// <summary>
/// The engine as anyone would start it: a process of its own on the same libraries with their defaults, but 2 threads, a context of 512
/// tokens and no GPU. What Bit Buddy's brains are compared with.
/// </summary>
public static unsafe class PlainEngine
{
    private const int Threads = 2;

    /// <summary>Loads, computes the prompt, samples the reply. Says its timings twice: at the first token and at the end.</summary>
    /// <param name="settings">What to compute.</param>
    /// <param name="startedAt">Timestamp of the start of the process.</param>
    /// <param name="clock">Measures; the one <paramref name="startedAt"/> is of.</param>
    /// <param name="say">Takes each line.</param>
    /// <exception cref="LlamaException">The engine or the model cannot be used.</exception>
    public static void Run(PlainSettings settings, long startedAt, TimeProvider clock, Action<PlainTimings> say)
    {
        LlamaEngine.Start(EngineFolder.Find());
        using var model = Load(settings);
        using var context = Open(model);
        var vocabulary = LlamaApi.llama_vocab_n_tokens(LlamaApi.llama_model_get_vocab(model));
        using var sampler = new LlamaSampler(new ReplyOptions(), vocabulary);
        var loaded = Since(startedAt);

        var prompt = Tokens(settings.PromptTokens, vocabulary);
        if (settings.Warm)
        {
            Decode(context, prompt, 0);
            LlamaApi.llama_memory_clear(LlamaApi.llama_get_memory(context), 1);
        }

        var began = clock.GetTimestamp();
        Decode(context, prompt, 0);
        var token = sampler.Next(context);
        var first = clock.GetTimestamp();
        var timings = new PlainTimings(loaded, clock.GetElapsedTime(began, first).TotalMilliseconds, Since(startedAt), null);
        say(timings);

        for (var said = 1; said < settings.ReplyTokens; said++)
        {
            Decode(context, [token], settings.PromptTokens + said - 1);
            token = sampler.Next(context);
        }

        say(timings with { Reply = Since(first) });

        double Since(long moment) => clock.GetElapsedTime(moment).TotalMilliseconds;
    }

    private static ModelHandle Load(PlainSettings settings)
    {
        var parameters = LlamaApi.llama_model_default_params();
        parameters.NGpuLayers = 0;
        parameters.UseExtraBufts = settings.Repack ? (byte)1 : (byte)0;
        var model = LlamaApi.llama_model_load_from_file(settings.ModelPath, parameters);
        return model.IsInvalid ? throw LlamaException.WithNativeLine($"'{LlamaLog.Escape(settings.ModelPath)}' cannot be loaded.") : model;
    }

    private static ContextHandle Open(ModelHandle model)
    {
        var parameters = LlamaApi.llama_context_default_params();
        parameters.NCtx = PlainSettings.Context;
        parameters.NThreads = Threads;
        parameters.NThreadsBatch = Threads;
        var context = LlamaApi.llama_init_from_model(model, parameters);
        return context.IsInvalid ? throw LlamaException.WithNativeLine("There is no room for a context.") : context;
    }

    /// <summary>Which tokens they are makes no difference to how long they take.</summary>
    private static int[] Tokens(int count, int vocabulary) => [.. Enumerable.Range(0, count).Select(i => vocabulary / 4 + (i * 7 % (vocabulary / 4)))];

    private static void Decode(ContextHandle context, ReadOnlySpan<int> tokens, int position)
    {
        var positions = new int[tokens.Length];
        var counts = new int[tokens.Length];
        counts.AsSpan().Fill(1);
        var logits = new sbyte[tokens.Length];
        var sequences = stackalloc int*[tokens.Length];
        var sequence = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            positions[i] = position + i;
            sequences[i] = &sequence;
        }

        logits[^1] = 1;
        fixed (int* ids = tokens, at = positions, each = counts)
        fixed (sbyte* wanted = logits)
        {
            var batch = new Batch { NTokens = tokens.Length, Token = ids, Pos = at, NSeqId = each, SeqId = sequences, Logits = wanted };
            if (LlamaApi.llama_decode(context, batch) is not 0 and var code)
                throw LlamaException.WithNativeLine($"The engine failed to compute (code {code}).");
        }
    }
}
