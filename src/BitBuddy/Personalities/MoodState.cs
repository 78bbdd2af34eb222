namespace BitBuddy.Personalities;

/// <summary>How the buddy is, from real causes.</summary>
public enum MoodState
{
    Healthy,
    Confused,
    Sick,
    Critical,
}
