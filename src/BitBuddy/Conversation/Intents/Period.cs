namespace BitBuddy.Conversation;

/// <summary>A span of time as it was said.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive; null while it lasts until now.</param>
/// <param name="Length">Words it took.</param>
/// <param name="StandsAlone">It is a time also without "in" or "from" before it.</param>
internal sealed record Period(DateTimeOffset From, DateTimeOffset? Until, int Length, bool StandsAlone = true)
{
    /// <summary>It named a month and no year, so its year depends on today.</summary>
    public bool IsYearless { get; init; }
}
