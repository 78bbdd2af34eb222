namespace BitBuddy.Conversation;

/// <summary>Marks when the stages of one reply were reached.</summary>
internal sealed class ReplyClock(TimeProvider clock, long askedAt)
{
    private double? _facts;
    private double? _wake;
    private double? _firstToken;
    private double? _firstWord;

    private double Elapsed => clock.GetElapsedTime(askedAt).TotalMilliseconds;

    public void FactsFound() => _facts ??= Elapsed;

    /// <summary>Takes how long waking took; 0 when the brain was awake. A second waking for the same reply adds to it.</summary>
    public void Woken(TimeSpan took) => _wake = (_wake ?? 0) + took.TotalMilliseconds;

    public void FirstToken() => _firstToken ??= Elapsed;

    public void FirstWord() => _firstWord ??= Elapsed;

    /// <summary>All marks so far; the total is now.</summary>
    public Timings Stop() => new()
    {
        Facts = Rounded(_facts),
        Wake = Rounded(_wake),
        FirstToken = Rounded(_firstToken),
        FirstWord = Rounded(_firstWord),
        Total = Rounded(Elapsed),
    };

    private static double? Rounded(double? ms) => ms is { } value ? Math.Round(value, 1) : null;
}
