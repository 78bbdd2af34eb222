namespace BitBuddy.Files.Contents;

/// <summary>How far a file's contents are known. The numbers are stored and never change.</summary>
public enum ContentState : byte
{
    Read = 0,

    /// <summary>It holds no text, or is of no format that is read.</summary>
    Nothing = 1,

    /// <summary>The beginning is known, and the rest is not.</summary>
    Part = 2,
    Failed = 3,
}
