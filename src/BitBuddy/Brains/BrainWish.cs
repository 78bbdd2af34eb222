using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>What waits for the brain: to take it, or to let it sleep. Wishes come true in their order.</summary>
/// <param name="brain">The brain to take; null: sleep.</param>
/// <param name="settings">As the engine is to run.</param>
/// <param name="deadline">Timestamp at which it ends with a sentence.</param>
internal sealed class BrainWish(KnownBrain? brain, BrainSettings settings, BrainNeed need, TimeSpan? idle, long deadline)
{
    private readonly TaskCompletionSource<BrainLease?> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public KnownBrain? Brain { get; } = brain;
    public BrainSettings Settings { get; } = settings;
    public BrainNeed Need { get; } = need;
    public TimeSpan? Idle { get; } = idle;
    public long Deadline { get; } = deadline;

    /// <summary>A look at the brain's file, where it failed before; null while there was none.</summary>
    public Task<FileStamp?>? Look { get; set; }

    /// <summary>The engine was started for it.</summary>
    public bool WokeIt { get; set; }

    /// <summary>Completes with the lease; null for a wish to sleep.</summary>
    public Task<BrainLease?> Over => _over.Task;

    public void ComesTrue(BrainLease? lease) => _over.TrySetResult(lease);

    public void Fails(string sentence) => _over.TrySetException(new BuddyException(sentence));

    public void IsWithdrawn(CancellationToken cancellationToken) => _over.TrySetCanceled(cancellationToken);
}
