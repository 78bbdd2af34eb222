namespace BitBuddy.App.Editing;

/// <summary>A line and how it ended.</summary>
internal readonly record struct TypedLine(string Text, LineEnd End);

internal enum LineEnd
{
    Enter,

    /// <summary>Nothing more comes.</summary>
    EndOfInput,

    /// <summary>Ctrl-C on an empty line.</summary>
    Interrupt,

    /// <summary>It had more than <see cref="LineBuffer.MostChars"/> and was not kept.</summary>
    TooLong,
}
