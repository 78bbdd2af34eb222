namespace BitBuddy.Conversation;

/// <summary>A sentence as it stands in a file, and where.</summary>
/// <param name="Page">From 1: a page, slide or sheet; null where the format has none.</param>
/// <param name="Line">From 1; null where lines mean nothing.</param>
public sealed record FactSentence(string Text, int? Page, int? Line);
