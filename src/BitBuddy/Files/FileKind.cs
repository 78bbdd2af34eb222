namespace BitBuddy.Files;

/// <summary>What a file is for, one a file. The numbers are stored in the index and never change.</summary>
public enum FileKind
{
    Other = 0,
    Document = 1,
    Spreadsheet = 2,
    Presentation = 3,
    Image = 4,
    Audio = 5,
    Video = 6,
    Archive = 7,
    Code = 8,
    Data = 9,
    App = 10,
}
