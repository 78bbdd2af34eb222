namespace BitBuddy.Files.Contents;

/// <summary>Why a file's contents are not known, or not all. The numbers are stored, go over a pipe, and never change.</summary>
public enum ContentReason : byte
{
    None = 0,
    Empty = 1,
    Binary = 2,
    NoText = 3,
    Password = 4,
    Damaged = 5,
    OtherFormat = 6,
    TooLong = 7,
    TooSlow = 8,
    TooMuchMemory = 9,
    Crashed = 10,
    Unreadable = 11,

    /// <summary>Never stored: it lies where contents are not to be known.</summary>
    TurnedOff = 12,
}
