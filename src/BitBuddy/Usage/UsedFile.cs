using BitBuddy.Files;

namespace BitBuddy.Usage;

/// <summary>A file the user came back to.</summary>
/// <param name="PathBytes">Absolute, as it was at the last use.</param>
/// <param name="Opened">How often it was opened by us.</param>
/// <param name="Sought">How often a question with words found it, among few.</param>
/// <param name="At">The last use, UTC.</param>
public sealed record UsedFile(long Id, byte[] PathBytes, long Opened, long Sought, DateTimeOffset At)
{
    /// <summary>U+FFFD stands where bytes are not UTF-8.</summary>
    public string Path => PathText.Show(PathBytes);

    /// <summary>True where <see cref="Path"/> is the true path.</summary>
    public bool IsText => PathText.IsText(PathBytes);
}
