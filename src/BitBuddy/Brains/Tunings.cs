namespace BitBuddy.Brains;

/// <summary>The contents of <c>tuning.json</c>.</summary>
public sealed record Tunings
{
    public int Schema { get; set; } = 1;
    public IReadOnlyList<Tuning> Brains { get; set; } = [];
}
