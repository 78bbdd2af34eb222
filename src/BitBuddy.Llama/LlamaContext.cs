using BitBuddy.Llama.Native;
using BitBuddy.Llama.States;

namespace BitBuddy.Llama;

/// <summary>Tokens in, logits out: the working memory of one model, holding one sequence.</summary>
internal sealed unsafe class LlamaContext : IDisposable
{
    private readonly AbortSwitch _abort = new();
    private readonly nint _memory;
    private readonly int _vocabularySize;

    /// <exception cref="LlamaException">The engine refuses, mostly for want of memory.</exception>
    public LlamaContext(LlamaModel model, LlamaSettings settings)
    {
        // Each batch reads all weights: with rearranged ones computing is so fast that it shows. Small ones take less memory.
        BatchSize = settings.Repack ? 128 : 64;
        var parameters = LlamaApi.llama_context_default_params();
        parameters.NCtx = (uint)settings.ContextSize;
        parameters.NBatch = (uint)BatchSize;
        parameters.NUbatch = (uint)BatchSize;
        parameters.NThreads = settings.Threads;
        parameters.NThreadsBatch = settings.Threads;
        Handle = ContextHandle.Create(model.Handle, parameters, _abort);
        if (Handle.IsInvalid)
            throw LlamaException.WithNativeLine($"There is no room for a context of {settings.ContextSize} tokens; choose a smaller brain or context.");
        Size = (int)LlamaApi.llama_n_ctx(Handle);
        _vocabularySize = model.Vocabulary.Count;
        _memory = LlamaApi.llama_get_memory(Handle);
    }

    public ContextHandle Handle { get; }

    /// <summary>Tokens it holds, which may be more than was asked for.</summary>
    public int Size { get; }

    /// <summary>Tokens that are computed at once, at most.</summary>
    public int BatchSize { get; }

    /// <summary>Stops a running <see cref="Decode"/> soon, from any thread, and each one after it until it is false again.</summary>
    public bool Aborting
    {
        set => _abort.On = value;
    }

    /// <summary>Computes tokens that follow those already there.</summary>
    /// <param name="tokens">1 to <see cref="BatchSize"/> tokens.</param>
    /// <param name="position">Number of tokens already there.</param>
    /// <param name="logits">Whether the last one's logits are wanted, to sample what comes next.</param>
    /// <returns>False when it was aborted: what is in memory from <paramref name="position"/> on is unknown.</returns>
    /// <exception cref="LlamaException">The engine failed.</exception>
    public bool Decode(ReadOnlySpan<int> tokens, int position, bool logits = true)
    {
        var count = tokens.Length;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, BatchSize);
        var positions = stackalloc int[count];
        var sequenceCounts = stackalloc int[count];
        var sequences = stackalloc int*[count];
        var wanted = stackalloc sbyte[count];
        var first = 0;
        for (var i = 0; i < count; i++)
        {
            positions[i] = position + i;
            sequenceCounts[i] = 1;
            sequences[i] = &first;
            wanted[i] = logits && i == count - 1 ? (sbyte)1 : (sbyte)0;
        }

        fixed (int* ids = tokens)
        {
            var batch = new Batch
            {
                NTokens = count,
                Token = ids,
                Pos = positions,
                NSeqId = sequenceCounts,
                SeqId = sequences,
                Logits = wanted,
            };
            return LlamaApi.llama_decode(Handle, batch) switch
            {
                0 => true,
                2 => false,
                1 => throw LlamaException.WithNativeLine("The brain's context is full; start a new talk."),
                var code => throw LlamaException.WithNativeLine($"The engine failed to compute (code {code}); wake the brain again."),
            };
        }
    }

    /// <summary>Makes tokens impossible as the next one.</summary>
    /// <returns>False when no other is possible.</returns>
    public bool Close(IReadOnlySet<int> tokens)
    {
        var logits = new Span<float>(LlamaApi.llama_get_logits_ith(Handle, -1), _vocabularySize);
        foreach (var token in tokens.Where(token => token >= 0 && token < _vocabularySize))
            logits[token] = float.NegativeInfinity;
        return logits.ContainsAnyExcept(float.NegativeInfinity);
    }

    /// <summary>What is computed now, taken out. Null: there is no room for it.</summary>
    /// <param name="tokens">Exactly the tokens that are there.</param>
    /// <param name="most">Most bytes it may have.</param>
    public PrefixState? Save(int[] tokens, long most = int.MaxValue)
    {
        var size = LlamaApi.llama_state_seq_get_size(Handle, 0);
        if (size == 0 || size > (nuint)Math.Min(most, int.MaxValue))
            return null;
        try
        {
            var bytes = new NativeBytes((int)size);
            fixed (byte* target = bytes.Span)
                size = LlamaApi.llama_state_seq_get_data(Handle, target, (nuint)bytes.Length, 0);
            if (size == (nuint)bytes.Length)
                return new PrefixState(tokens, bytes);
            bytes.Dispose();
        }
        catch (OutOfMemoryException)
        {
            // Then it is computed again some day.
        }

        return null;
    }

    /// <summary>Puts a state in place of all that is there.</summary>
    /// <returns>False where the engine does not take it; then nothing is left at all.</returns>
    public bool Restore(PrefixState state)
    {
        LlamaApi.llama_memory_clear(_memory, 0);
        fixed (byte* source = state.Bytes.Span)
        {
            if (LlamaApi.llama_state_seq_set_data(Handle, source, (nuint)state.Bytes.Length, 0) == (nuint)state.Bytes.Length)
                return true;
        }

        LlamaApi.llama_memory_clear(_memory, 0);
        return false;
    }

    /// <summary>Forgets all tokens from a position on.</summary>
    /// <returns>False where the model cannot forget a part; then nothing is left at all.</returns>
    public bool Rewind(int position)
    {
        if (position > 0 && LlamaApi.llama_memory_seq_rm(_memory, 0, position, -1) != 0)
            return true;
        LlamaApi.llama_memory_clear(_memory, 0);
        return position == 0;
    }

    public void Dispose() => Handle.Dispose();
}
