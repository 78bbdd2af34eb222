namespace BitBuddy.Brains;

/// <summary>How long an idle brain stays awake.</summary>
/// <param name="Time">Zero: it sleeps after each reply; null: it never sleeps by itself.</param>
public readonly record struct KeepAlive(TimeSpan? Time)
{
    public static readonly KeepAlive Default = new(TimeSpan.FromMinutes(5));
}
