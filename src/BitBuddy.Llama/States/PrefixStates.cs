namespace BitBuddy.Llama.States;

/// <summary>
/// Reaches what is needed next the cheapest way: by the tokens that are computed already, by a state kept in memory or on disk, and
/// by computing the rest. States of heads are taken on the way.
/// </summary>
/// <param name="live">What is computed; nobody else changes it meanwhile.</param>
/// <param name="folder">Null: nothing is kept on disk.</param>
/// <param name="time">Measures restoring.</param>
internal sealed class PrefixStates(LiveSequence live, StateFolder? folder, TimeProvider time) : IDisposable
{
    private const long MemoryBytes = 48_000_000;

    // Tokens; a question that comes waits for as many.
    private const int PreparedAtOnce = 32;

    private readonly StateMemory _memory = new(MemoryBytes);
    private readonly StateWriter? _writer = folder is null ? null : new StateWriter(folder);

    /// <summary>Completes when the states that <see cref="Write"/> was called for are on disk.</summary>
    public Task Written => _writer?.Written ?? Task.CompletedTask;

    /// <summary>Brings the live sequence to exactly these tokens, the last one's logits ready.</summary>
    /// <param name="tokens">At least one.</param>
    /// <param name="cuts">Depths worth a state, rising.</param>
    /// <param name="cancellationToken">What was computed until then stays.</param>
    public SequenceReuse Reach(int[] tokens, IReadOnlyList<int> cuts, CancellationToken cancellationToken)
    {
        // The last token is always computed again: its logits are what comes next.
        var reuse = Reuse(tokens, cuts, tokens.Length - 1);
        Compute(tokens, cuts, live.BatchSize, sampled: true, cancellationToken);
        return reuse;
    }

    /// <summary>Makes these tokens the beginning of the live sequence; more may follow them already.</summary>
    /// <param name="tokens">A head.</param>
    /// <param name="cuts">Depths worth a state, rising.</param>
    /// <param name="cancellationToken">Looked at more often than for a reply; what was computed until then stays.</param>
    public SequenceReuse Prepare(int[] tokens, IReadOnlyList<int> cuts, CancellationToken cancellationToken)
    {
        if (live.Tokens.StartsWith(tokens))
            return new SequenceReuse(tokens.Length);
        var reuse = Reuse(tokens, cuts, tokens.Length);
        Compute(tokens, cuts, PreparedAtOnce, sampled: false, cancellationToken);
        return reuse;
    }

    /// <summary>Begins to write the states that were taken, in the background.</summary>
    public void Write() => _writer?.Start();

    public void Dispose()
    {
        _writer?.Dispose();
        _memory.Dispose();
    }

    /// <summary>Leaves the longest beginning of these tokens that is known in the live sequence; at most so many of them.</summary>
    private SequenceReuse Reuse(int[] tokens, IReadOnlyList<int> cuts, int most)
    {
        if (_memory.Best(UseOf) is { } needed)
            _memory.Touch(needed);
        Park(tokens, cuts);

        var kept = _memory.Best(UseOf);
        var known = Math.Max(Use(live.Tokens, tokens, most), kept is null ? 0 : UseOf(kept));
        var began = time.GetTimestamp();
        var restored = RestoreFromFolder(tokens, cuts.Where(cut => cut > known && cut <= most))
            || (kept is not null && known > Use(live.Tokens, tokens, most) && RestoreFromMemory(kept));
        var took = time.GetElapsedTime(began);

        var left = live.Cut(Use(live.Tokens, tokens, most));
        return restored ? new SequenceReuse(left, left, (long)took.TotalMicroseconds) : new SequenceReuse(left);

        int UseOf(PrefixState state) => Use(state.Tokens, tokens, most);
    }

    /// <summary>How many of the tokens a sequence can spare computing, as far as it can be cut back to them.</summary>
    private int Use(ReadOnlySpan<int> sequence, ReadOnlySpan<int> tokens, int most)
    {
        var common = Math.Min(sequence.CommonPrefixLength(tokens), most);
        return live.CutsBack || common == sequence.Length ? common : 0;
    }

    /// <summary>Keeps the sequence that is being left when it belongs to another buddy: one that differs before the first cut.</summary>
    private void Park(ReadOnlySpan<int> tokens, IReadOnlyList<int> cuts)
    {
        if (cuts.Count == 0 || live.Tokens.CommonPrefixLength(tokens) >= Math.Min(cuts[0], live.Count))
            return;
        if (live.Save(MemoryBytes) is { } left)
            _memory.Keep(left);
    }

    /// <summary>Restores the deepest of the cuts that is on disk and whole; false: none is.</summary>
    private bool RestoreFromFolder(int[] tokens, IEnumerable<int> cuts)
    {
        foreach (var cut in cuts.Reverse())
        {
            using var state = folder?.Read(tokens.AsSpan(0, cut));
            if (state is null)
                continue;
            if (live.Restore(state))
                return true;
            folder!.Discard(state.Tokens);
        }

        return false;
    }

    private bool RestoreFromMemory(PrefixState state)
    {
        var whole = live.Restore(state);
        // A sequence that can be cut back goes on living in the context; a head of the others is needed again.
        if (!whole || live.CutsBack)
            _memory.Drop(state);
        return whole;
    }

    private void Compute(int[] tokens, IReadOnlyList<int> cuts, int batch, bool sampled, CancellationToken cancellationToken)
    {
        var wanted = cuts.Where(cut => cut > live.Count && cut <= tokens.Length && IsWanted(tokens.AsSpan(0, cut))).ToArray();
        while (live.Count < tokens.Length)
        {
            var end = Math.Min(live.Count + batch, wanted.Append(tokens.Length).First(stop => stop > live.Count));
            // The output layer is a tenth of a small model; only what is sampled from needs it.
            live.Extend(tokens.AsSpan(live.Count, end - live.Count), logits: sampled && end == tokens.Length, cancellationToken);
            if (wanted.Contains(end))
                Take();
        }
    }

    private bool IsWanted(ReadOnlySpan<int> head) => (_writer?.Wants(head) ?? false) || (!live.CutsBack && !_memory.Has(head));

    // Where the model can be cut back, the head is a part of the live sequence or of a parked one; else it is kept by itself.
    private void Take()
    {
        if (!live.CutsBack && live.Save(MemoryBytes) is { } kept)
            _memory.Keep(kept);
        if (folder is not null && live.Save(folder.Room) is { } written)
            _writer!.Take(written);
    }
}
