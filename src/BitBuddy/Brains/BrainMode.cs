namespace BitBuddy.Brains;

/// <summary>What a brain is kept for.</summary>
public enum BrainMode
{
    /// <summary>Weights stay as they are in the file: few private bytes, awake at once.</summary>
    Quiet,

    /// <summary>Weights are rearranged at wake: reads a prompt faster, costs memory and seconds.</summary>
    Quick,
}
