namespace BitBuddy.Conversation;

/// <summary>A stretch of a prompt of layout 2.</summary>
/// <param name="IsToken">It is written by the app, so that names of special tokens in it are these tokens; else it is data, and only text.</param>
internal readonly record struct SlotPiece(string Text, bool IsToken);
