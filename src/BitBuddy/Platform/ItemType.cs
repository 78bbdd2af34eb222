namespace BitBuddy.Platform;

/// <summary>What a name in a folder stands for.</summary>
internal enum ItemType : byte
{
    File,
    Folder,
    Link,

    /// <summary>A fifo, socket or device: never opened.</summary>
    Special,

    /// <summary>It could not be looked at, or went away meanwhile.</summary>
    Unreadable,
}
