namespace BitBuddy.Brains;

/// <summary>Why a chosen brain cannot be used.</summary>
public enum BrainTrouble
{
    None,

    /// <summary>The engine's libraries are not installed.</summary>
    NoEngine,

    /// <summary>No such brain is known, or its file is gone.</summary>
    Missing,

    /// <summary>Its file is no sound brain.</summary>
    Damaged,

    /// <summary>It stopped too often and is left alone for a while.</summary>
    Crashing,
}
