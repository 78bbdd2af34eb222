namespace BitBuddy.Files.Contents;

/// <summary>The file cannot be read without its password.</summary>
internal sealed class ProtectedException : Exception;
