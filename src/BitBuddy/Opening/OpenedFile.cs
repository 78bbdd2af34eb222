namespace BitBuddy.Opening;

/// <summary>A file that was handed to the desktop.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="IsRevealed">Its folder was opened, and not the file.</param>
/// <param name="Why">Why it was revealed where it was to be opened; else null.</param>
public sealed record OpenedFile(string Path, bool IsRevealed, string? Why = null)
{
    /// <summary>What was done, in a sentence.</summary>
    public string Sentence => IsRevealed ? $"{(Why is null ? "" : Why + " ")}Its folder is open: {Path}" : $"Opened {Path}";
}
