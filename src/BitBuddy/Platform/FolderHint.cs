namespace BitBuddy.Platform;

/// <summary>What a <see cref="FolderWatch"/> heard.</summary>
/// <param name="Folder">The number it was added under; 0 for an overflow.</param>
/// <param name="Name">What in it changed; empty for the folder itself.</param>
internal readonly record struct FolderHint(long Folder, HintKind Kind, string Name);
