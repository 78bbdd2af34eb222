namespace BitBuddy.Files;

/// <summary>Of the files that changed: how many are new, and how many were there before.</summary>
public sealed record ChangeCount(long Added, long Changed);
