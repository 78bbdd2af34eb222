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
    public sealed record Refuse(string Claim) : GuardStep;
}
