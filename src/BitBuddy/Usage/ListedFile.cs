using BitBuddy.Files;

namespace BitBuddy.Usage;

/// <summary>A file of the last list that was shown.</summary>
/// <param name="Number">From 1, as on the screen.</param>
/// <param name="Id">The index's id of it.</param>
/// <param name="PathBytes">Absolute, as it was when the list was shown.</param>
public sealed record ListedFile(int Number, long Id, byte[] PathBytes)
{
    /// <summary>U+FFFD stands where bytes are not UTF-8.</summary>
    public string Path => PathText.Show(PathBytes);

    /// <summary>True where <see cref="Path"/> is the true path.</summary>
    public bool IsText => PathText.IsText(PathBytes);
}
