namespace BitBuddy.Files.Contents;

/// <summary>A piece of a file's text and where it begins.</summary>
/// <param name="Page">From 1: a page, slide or sheet; null where the format has none.</param>
/// <param name="Line">From 1: of the file, or of the page where there is one; null where lines mean nothing.</param>
public readonly record struct TextPart(string Text, int? Page = null, int? Line = null);
