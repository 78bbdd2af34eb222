using BitBuddy.Files.Ignoring;

namespace BitBuddy.Files;

/// <summary>A folder on its way from the walk into the index; <see cref="Id"/> is set when its parent is merged.</summary>
internal sealed class FolderNode(FolderNode? parent, byte[] name, byte[] path, ulong? device = null)
{
    /// <summary>A <see cref="Device"/> that is no file system's: nobody knows what the parent lies on.</summary>
    public const ulong AnyDevice = ulong.MaxValue;

    public FolderNode? Parent => parent;

    public byte[] Name => name;

    public byte[] Path => path;

    /// <summary>The file system of the parent; null for a starting folder.</summary>
    public ulong? Device => device;

    /// <summary>What of it is left out; null before it is read.</summary>
    public IgnoreRules? Rules { get; set; }

    /// <summary>Its row; 0 before it is known.</summary>
    public long Id { get; set; }

    /// <summary>It was not in the index before.</summary>
    public bool IsNew { get; set; }
}
