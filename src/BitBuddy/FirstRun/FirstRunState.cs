namespace BitBuddy;

/// <summary>How far a first run has come, beside the buddy and the brain that are kept when they are chosen.</summary>
public sealed record FirstRunState
{
    /// <summary>The catalogue's id of the brain that was chosen and is not here yet; null where none is.</summary>
    public string? Wanted { get; set; }
}
