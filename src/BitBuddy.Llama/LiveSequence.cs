using System.Runtime.InteropServices;
using BitBuddy.Llama.States;

namespace BitBuddy.Llama;

/// <summary>What it took to bring a sequence somewhere.</summary>
/// <param name="Cached">Tokens that did not have to be computed.</param>
/// <param name="Restored">Of these, tokens that came out of a state.</param>
/// <param name="RestoreMicroseconds">What restoring it took.</param>
internal sealed record SequenceReuse(int Cached, int Restored = 0, long RestoreMicroseconds = 0);

/// <summary>
/// The tokens that are computed in the one context. What is needed next is reached the cheapest way: by the tokens that are there
/// already, by a state kept in memory or on disk, and by computing the rest.
/// </summary>
internal sealed class LiveSequence : IDisposable
{
    private const long MemoryBytes = 48_000_000;

    private readonly LlamaContext _context;
    private readonly TimeProvider _time;
    private readonly bool _cutsBack;
    private readonly StateMemory _memory = new(MemoryBytes);
    private readonly StateFolder? _folder;
    private readonly StateWriter? _writer;
    private readonly List<int> _computed = [];

    /// <param name="context">Empty, and used by nobody else.</param>
    /// <param name="cutsBack">Whether the model can forget a part.</param>
    /// <param name="folder">Null: nothing is kept on disk.</param>
    /// <param name="time">Measures restoring.</param>
    public LiveSequence(LlamaContext context, bool cutsBack, StateFolder? folder, TimeProvider time)
    {
        _context = context;
        _cutsBack = cutsBack;
        _folder = folder;
        _time = time;
        if (folder is not null)
            _writer = new StateWriter(folder);
    }

    private ReadOnlySpan<int> Computed => CollectionsMarshal.AsSpan(_computed);

    /// <summary>Brings the context to exactly these tokens, the last one's logits ready.</summary>
    /// <param name="tokens">At least one.</param>
    /// <param name="cuts">Depths worth a state, rising.</param>
    /// <param name="cancellationToken">What was computed until then stays.</param>
    public SequenceReuse Reach(int[] tokens, IReadOnlyList<int> cuts, CancellationToken cancellationToken)
    {
        // The last token is always computed again: its logits are what comes next.
        var reuse = Reuse(tokens, cuts, tokens.Length - 1);
        Compute(tokens, cuts, LlamaContext.BatchSize, cancellationToken);
        return reuse;
    }

    /// <summary>Makes these tokens the beginning of what is computed; more may follow them already.</summary>
    /// <param name="tokens">A head.</param>
    /// <param name="cuts">Depths worth a state, rising.</param>
    /// <param name="cancellationToken">Looked at more often; what was computed until then stays.</param>
    public SequenceReuse Prepare(int[] tokens, IReadOnlyList<int> cuts, CancellationToken cancellationToken)
    {
        if (Computed.StartsWith(tokens))
            return new SequenceReuse(tokens.Length);
        var reuse = Reuse(tokens, cuts, tokens.Length);
        Compute(tokens, cuts, LlamaContext.BatchSize / 2, cancellationToken);
        return reuse;
    }

    /// <summary>Computes one token more.</summary>
    public void Extend(int token, CancellationToken cancellationToken) => Extend([token], cancellationToken);

    /// <summary>Begins to write the states that were taken.</summary>
    public void WriteStates() => _writer?.Start();

    /// <summary>Completes when they are on disk.</summary>
    public Task StatesWritten => _writer?.Written ?? Task.CompletedTask;

    public void Dispose()
    {
        _writer?.Dispose();
        _memory.Dispose();
    }

    /// <summary>Leaves the best beginning that is known for these tokens in the context; at most so many of them count.</summary>
    private SequenceReuse Reuse(int[] tokens, IReadOnlyList<int> cuts, int most)
    {
        if (_memory.Best(UseOf) is { } needed)
            _memory.Touch(needed);
        Park(tokens, cuts);

        var live = Use(Computed, tokens, most);
        var kept = _memory.Best(UseOf);
        var known = Math.Max(live, kept is null ? 0 : UseOf(kept));
        var began = _time.GetTimestamp();
        var restored = RestoreFromFolder(tokens, cuts.Where(cut => cut > known && cut <= most));
        if (restored == 0 && kept is not null && known > Use(Computed, tokens, most))
            restored = RestoreFromMemory(kept) ? known : 0;
        var took = (long)_time.GetElapsedTime(began).TotalMicroseconds;

        var left = Cut(Use(Computed, tokens, most));
        return restored > 0 ? new SequenceReuse(left, left, took) : new SequenceReuse(left);

        int UseOf(PrefixState state) => Use(state.Tokens, tokens, most);
    }

    /// <summary>How many of the tokens a sequence has computed already, as far as it can be cut back to them.</summary>
    private int Use(ReadOnlySpan<int> sequence, ReadOnlySpan<int> tokens, int most)
    {
        var common = Math.Min(sequence.CommonPrefixLength(tokens), most);
        return _cutsBack || common == sequence.Length ? common : 0;
    }

    /// <summary>Keeps the sequence that is being left when it belongs to another buddy: one that differs before the first cut.</summary>
    private void Park(ReadOnlySpan<int> tokens, IReadOnlyList<int> cuts)
    {
        if (cuts.Count == 0 || Computed.CommonPrefixLength(tokens) >= Math.Min(cuts[0], _computed.Count))
            return;
        if (_context.Save([.. _computed]) is { } left)
            _memory.Keep(left);
    }

    /// <returns>How many tokens came back: the deepest of the cuts that is on disk and whole.</returns>
    private int RestoreFromFolder(int[] tokens, IEnumerable<int> cuts)
    {
        foreach (var cut in cuts.Reverse())
        {
            using var state = _folder?.Read(tokens.AsSpan(0, cut));
            if (state is null)
                continue;
            if (Restore(state))
                return cut;
            _folder!.Discard(state.Tokens);
        }

        return 0;
    }

    private bool RestoreFromMemory(PrefixState state)
    {
        var whole = Restore(state);
        // A sequence that can be cut back goes on living in the context; a head of the others is needed again.
        if (!whole || _cutsBack)
            _memory.Drop(state);
        return whole;
    }

    private bool Restore(PrefixState state)
    {
        _computed.Clear();
        if (!_context.Restore(state))
            return false;
        _computed.AddRange(state.Tokens);
        return true;
    }

    private void Compute(int[] tokens, IReadOnlyList<int> cuts, int batch, CancellationToken cancellationToken)
    {
        var wanted = cuts.Where(cut => cut > _computed.Count && cut <= tokens.Length && IsWanted(tokens.AsSpan(0, cut))).ToArray();
        while (_computed.Count < tokens.Length)
        {
            var at = _computed.Count;
            var end = Math.Min(at + batch, wanted.Append(tokens.Length).First(stop => stop > at));
            Extend(tokens.AsSpan(at, end - at), cancellationToken);
            if (wanted.Contains(end))
                Take(tokens[..end]);
        }
    }

    private bool IsWanted(ReadOnlySpan<int> head) => (_folder is not null && !_folder.Has(head)) || (!_cutsBack && !_memory.Has(head));

    // Where the model cuts back, the head is a part of the live sequence or of a parked one; else it is kept by itself.
    private void Take(int[] head)
    {
        if (!_cutsBack && _context.Save(head) is { } kept)
            _memory.Keep(kept);
        if (_folder is not null && _context.Save(head) is { } written)
            _writer!.Take(written);
    }

    private void Extend(ReadOnlySpan<int> tokens, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = _computed.Count;
        var whole = false;
        try
        {
            whole = _context.Decode(tokens, known);
        }
        finally
        {
            // What a recurrent model has half computed has spoilt all of it.
            if (!whole)
                Cut(_cutsBack ? known : 0);
        }

        if (whole)
            _computed.AddRange(tokens);
        cancellationToken.ThrowIfCancellationRequested();
        if (!whole)
            throw new LlamaException("The engine stopped computing; ask again.");
    }

    /// <summary>Forgets all behind a position; everything where the engine refuses. Gives what is left.</summary>
    private int Cut(int position)
    {
        var left = _context.Rewind(position) ? position : 0;
        _computed.RemoveRange(left, _computed.Count - left);
        return left;
    }
}
