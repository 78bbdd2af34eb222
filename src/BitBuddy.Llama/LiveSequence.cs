using System.Runtime.InteropServices;
using BitBuddy.Llama.States;

namespace BitBuddy.Llama;

/// <summary>The tokens that are computed in the one context: it knows them exactly, whatever is cancelled, refused or fails.</summary>
/// <param name="context">Empty, and used by nobody else.</param>
/// <param name="cutsBack">Whether the model can forget a part.</param>
internal sealed class LiveSequence(LlamaContext context, bool cutsBack)
{
    private readonly List<int> _tokens = [];

    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(_tokens);

    public int Count => _tokens.Count;

    /// <inheritdoc cref="LlamaContext.BatchSize"/>
    public int BatchSize => context.BatchSize;

    /// <summary>Whether it can be cut back to any length; else it can only grow or be forgotten whole.</summary>
    public bool CutsBack => cutsBack;

    /// <summary>Computes tokens more.</summary>
    /// <param name="tokens">1 to <see cref="LlamaContext.BatchSize"/>.</param>
    /// <param name="logits">Whether the last one's logits are wanted.</param>
    /// <param name="cancellationToken">Looked at before; to stop in the middle, abort the context.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what was there before is there still, except where the model cannot be cut back.</exception>
    /// <exception cref="LlamaException">The engine failed.</exception>
    public void Extend(ReadOnlySpan<int> tokens, bool logits, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var whole = false;
        try
        {
            whole = context.Decode(tokens, Count, logits);
        }
        finally
        {
            // What a recurrent model has half computed has spoilt all of it.
            if (!whole)
                Cut(cutsBack ? Count : 0);
        }

        if (whole)
        {
            _tokens.AddRange(tokens);
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new LlamaException("The engine stopped computing; ask again.");
    }

    /// <summary>Forgets all behind a position; everything where the engine refuses.</summary>
    /// <returns>How many tokens are left.</returns>
    public int Cut(int position)
    {
        var left = context.Rewind(position) ? position : 0;
        _tokens.RemoveRange(left, Count - left);
        return left;
    }

    /// <summary>Takes it out; null where there is no room for it.</summary>
    /// <param name="most">Most bytes it may have; what has more is not even copied.</param>
    public PrefixState? Save(long most) => context.Save([.. _tokens], most);

    /// <summary>Puts a state in its place; false where the engine does not take it, and then nothing is left.</summary>
    public bool Restore(PrefixState state)
    {
        _tokens.Clear();
        if (!context.Restore(state))
            return false;
        _tokens.AddRange(state.Tokens);
        return true;
    }
}
