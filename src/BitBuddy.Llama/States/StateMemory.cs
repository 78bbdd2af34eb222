namespace BitBuddy.Llama.States;

/// <summary>The last few states, found by what they begin with; what was not used the longest goes first.</summary>
internal sealed class StateMemory(long maxBytes) : IDisposable
{
    private readonly List<PrefixState> _states = [];

    /// <summary>Becomes the state's owner.</summary>
    public void Keep(PrefixState state)
    {
        _states.RemoveAll(old => IsReplaced(old, state));
        _states.Add(state);
        while (_states.Sum(kept => (long)kept.Bytes.Length) > maxBytes)
        {
            _states[0].Dispose();
            _states.RemoveAt(0);
        }
    }

    public bool Has(ReadOnlySpan<int> tokens)
    {
        foreach (var state in _states)
        {
            if (tokens.SequenceEqual(state.Tokens))
                return true;
        }

        return false;
    }

    /// <summary>The state that has most use for a sequence; still owned here. Null: none has any.</summary>
    /// <param name="use">How many of a state's tokens can be used.</param>
    public PrefixState? Best(Func<PrefixState, int> use) => _states.Where(state => use(state) > 0).MaxBy(use);

    /// <summary>Makes a state the last to go.</summary>
    public void Touch(PrefixState state)
    {
        _states.Remove(state);
        _states.Add(state);
    }

    public void Drop(PrefixState state)
    {
        _states.Remove(state);
        state.Dispose();
    }

    /// <summary>Hands all of them to a new owner.</summary>
    public PrefixState[] TakeAll()
    {
        PrefixState[] states = [.. _states];
        _states.Clear();
        return states;
    }

    public void Dispose()
    {
        _states.ForEach(state => state.Dispose());
        _states.Clear();
    }

    private static bool IsReplaced(PrefixState old, PrefixState state)
    {
        if (!old.Tokens.AsSpan().SequenceEqual(state.Tokens))
            return false;
        old.Dispose();
        return true;
    }
}
