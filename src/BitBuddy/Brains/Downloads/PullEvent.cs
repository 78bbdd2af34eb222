namespace BitBuddy.Brains;

/// <summary>A download streams as these: it starts or waits for another process, goes on, and ends with a brain.</summary>
public abstract record PullEvent
{
    private PullEvent()
    {
    }

    /// <summary>What comes is known.</summary>
    /// <param name="Bytes">Kept from an earlier run.</param>
    /// <param name="Total">Of the whole file.</param>
    public sealed record Starting(long Bytes, long Total) : PullEvent;

    /// <param name="Bytes">Here so far; never less than before but after <see cref="Restarted"/>.</param>
    /// <param name="BytesPerSecond">Over the last seconds; 0 while it cannot be told.</param>
    /// <param name="Left">Null while it cannot be told.</param>
    public sealed record Progress(long Bytes, long Total, double BytesPerSecond, TimeSpan? Left) : PullEvent;

    /// <summary>Another process fetches the same file; this is how far it is.</summary>
    /// <param name="Pid">Null where it cannot be told.</param>
    /// <param name="Total">Null while it is not known.</param>
    public sealed record Waiting(int? Pid, long Bytes, long? Total) : PullEvent;

    /// <summary>Some or all of what was here is fetched again.</summary>
    public sealed record Restarted(string Why) : PullEvent;

    /// <summary>Something failed and is tried again.</summary>
    public sealed record Retrying(string Why, DateTimeOffset When) : PullEvent;

    /// <summary>What is here is read from the disk and checked.</summary>
    public sealed record Verifying(long Bytes, long Total) : PullEvent;

    /// <summary>The end: the brain, checked and known.</summary>
    public sealed record Done(KnownBrain Brain) : PullEvent;
}
