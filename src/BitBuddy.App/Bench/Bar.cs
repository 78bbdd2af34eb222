namespace BitBuddy.App.Bench;

/// <summary>What a figure must reach.</summary>
internal readonly record struct Bar(double Limit, BarOf Of)
{
    public bool Holds(double figure) => Of == BarOf.RatioAtLeast ? figure >= Limit : figure <= Limit;
}

/// <summary>Which figure a bar is for.</summary>
internal enum BarOf
{
    RatioAtMost,
    RatioAtLeast,
    OursAtMost,
}
