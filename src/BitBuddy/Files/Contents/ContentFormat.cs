namespace BitBuddy.Files.Contents;

/// <summary>How a file is read. The numbers are stored, go over a pipe, and never change.</summary>
public enum ContentFormat : byte
{
    None = 0,
    Plain = 1,
    Html = 2,
    Xml = 3,
    Pdf = 4,
    Word = 5,
    Sheet = 6,
    Slides = 7,
    OpenDocument = 8,
    Epub = 9,
    Image = 10,
    Mp3 = 11,
    Flac = 12,
    Zip = 13,
    Tar = 14,
    TarGz = 15,
}
