namespace BitBuddy.Personalities;

/// <summary>What the buddy shows for each mood: a short word or picture.</summary>
public sealed record MoodIndicators
{
    public string Healthy { get; init; } = "happy";
    public string Confused { get; init; } = "puzzled";
    public string Sick { get; init; } = "unwell";
    public string Critical { get; init; } = "in trouble";

    public string Of(MoodState state) => state switch
    {
        MoodState.Healthy => Healthy,
        MoodState.Confused => Confused,
        MoodState.Sick => Sick,
        _ => Critical,
    };
}
