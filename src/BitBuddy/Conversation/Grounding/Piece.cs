namespace BitBuddy.Conversation;

internal enum PieceKind
{
    End,
    Space,
    Word,
    Mark,
}

/// <summary>A word, a run of spaces, or one mark of a reply.</summary>
internal readonly record struct Piece(PieceKind Kind, int Start, string Text)
{
    public int End => Start + Text.Length;
    public string Lower => Kind == PieceKind.Word ? Text.ToLowerInvariant() : "";
    public bool IsLineBreak => Kind == PieceKind.Space && Text.Contains('\n');
}
