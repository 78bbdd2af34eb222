namespace BitBuddy.Files.Contents;

/// <summary>What a file tells of itself beside its text. The numbers go over a pipe.</summary>
public enum ContentFact : byte
{
    Title = 1,
    Author = 2,
    Album = 3,

    /// <summary>"2024-05-03T10:11:12", with an offset behind it where the camera knew one.</summary>
    Taken = 4,
    Camera = 5,

    /// <summary>Degrees north.</summary>
    Latitude = 6,

    /// <summary>Degrees east.</summary>
    Longitude = 7,

    /// <summary>Pixels.</summary>
    Width = 8,

    /// <summary>Pixels.</summary>
    Height = 9,
}
