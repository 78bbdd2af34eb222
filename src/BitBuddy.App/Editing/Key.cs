namespace BitBuddy.App.Editing;

/// <summary>What a key does to the line; <see cref="Text"/> is what <see cref="Edit.Insert"/> inserts.</summary>
internal readonly record struct Key(Edit Edit, string Text = "");

internal enum Edit
{
    Insert, Left, Right, WordLeft, WordRight, Home, End, Older, Newer,
    Backspace, Delete, EraseWordLeft, EraseWordRight, EraseToStart, EraseToEnd,
    ClearScreen, Enter,

    /// <summary>Ctrl-D: deletes, and on an empty line ends the input.</summary>
    DeleteOrEnd,

    /// <summary>Ctrl-C: clears the line, and on an empty one leaves.</summary>
    Interrupt,

    /// <summary>Nobody can type any more.</summary>
    Closed,

    /// <summary>The screen was resized, or shown again after a pause.</summary>
    Redraw,
}
