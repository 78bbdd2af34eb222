namespace BitBuddy.Brains;

/// <summary>Something on the way failed that may well work the next time.</summary>
/// <param name="why">A sentence.</param>
/// <param name="after">How long the server asks to wait; null where it does not.</param>
internal sealed class HubTrouble(string why, TimeSpan? after = null, Exception? inner = null) : Exception(why, inner)
{
    public TimeSpan? After { get; } = after;
}
