namespace BitBuddy;

/// <summary>One answer to choose.</summary>
/// <param name="Id">What is answered, as "tiny".</param>
/// <param name="Text">What it is, in a few words.</param>
/// <param name="Detail">What speaks for it or against it; may be null.</param>
public sealed record FirstRunOption(string Id, string Text, string? Detail = null);
