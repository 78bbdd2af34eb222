namespace BitBuddy.Brains;

/// <summary>What is to be said of one brain on this machine.</summary>
/// <param name="Here">Where its file is on this machine, verified; null: it would have to be fetched.</param>
/// <param name="Because">The reason, as a part of a sentence.</param>
public sealed record BrainAdvice(CatalogueBrain Brain, KnownBrain? Here, BrainFit Fit, BrainPace Pace, BrainMemory Memory, string Because)
{
    public bool Runs => Fit is BrainFit.Fits or BrainFit.Slow;
}
