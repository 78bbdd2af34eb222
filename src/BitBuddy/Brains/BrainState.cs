namespace BitBuddy.Brains;

/// <summary>Where a brain is in its life.</summary>
public enum BrainState
{
    Asleep,
    Waking,
    Awake,
}
