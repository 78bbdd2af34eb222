namespace BitBuddy.Brains;

/// <summary>An awake brain in use: it is not ended until this is disposed (or a minute passed since its end was asked for).</summary>
public sealed class BrainLease : IDisposable
{
    private readonly Action<BrainLease> _return;
    private int _returned;

    internal BrainLease(BrainEngine engine, LoadedBrain loaded, TimeSpan? idle, BrainNeed need, bool wasAwake, Action<BrainLease> @return) =>
        (Engine, Loaded, Idle, Need, WasAwake, _return) = (engine, loaded, idle, need, wasAwake, @return);

    public LoadedBrain Loaded { get; }

    /// <summary>True when the brain had not to be woken for this.</summary>
    public bool WasAwake { get; }

    internal BrainEngine Engine { get; }
    internal BrainNeed Need { get; }

    /// <summary>How long the brain stays awake afterwards; null: for ever.</summary>
    internal TimeSpan? Idle { get; }
    internal string? Failure { get; private set; }
    internal bool IsWhole { get; private set; }

    /// <summary>The reply came to its end: the brain is sound, whatever failed before.</summary>
    public void Complete() => IsWhole = true;

    /// <summary>The engine failed: it is ended, and the failure is counted.</summary>
    /// <param name="sentence">Why.</param>
    public void Fail(string sentence) => Failure ??= sentence;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
            _return(this);
    }
}
