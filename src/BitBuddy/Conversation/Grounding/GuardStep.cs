namespace BitBuddy.Conversation;

/// <summary>What the guard does with the brain's words.</summary>
public abstract record GuardStep
{
    private GuardStep()
    {
    }

    /// <summary>Safe to show as it is.</summary>
    public sealed record Show(string Text) : GuardStep;

    /// <summary>A claim the facts do not support; never shown, and neither is the rest of its sentence.</summary>
    /// <param name="At">Where it begins, in characters heard.</param>
    /// <param name="True">So many of its characters also begin something that the facts do say.</param>
    public sealed record Refuse(string Claim, int At, int True) : GuardStep;
}
