namespace BitBuddy.Files.Contents;

/// <summary>As much of a file's text as is kept has been read; the rest of it is left.</summary>
internal sealed class EnoughException : Exception;
