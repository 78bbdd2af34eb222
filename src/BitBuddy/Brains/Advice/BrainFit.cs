namespace BitBuddy.Brains;

/// <summary>Whether a brain suits a machine.</summary>
public enum BrainFit
{
    Fits,

    /// <summary>It runs, slower than people read.</summary>
    Slow,

    /// <summary>There is not the memory for it now.</summary>
    TooLarge,

    /// <summary>There is not the room on the disk to fetch it.</summary>
    NoRoom,
}
