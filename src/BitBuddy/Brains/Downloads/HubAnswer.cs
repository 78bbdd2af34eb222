namespace BitBuddy.Brains;

/// <summary>What the hub says of a file.</summary>
/// <param name="Address">Where its bytes are; may be good for a short time alone.</param>
/// <param name="Sha256">64 hexadecimal digits, lower case; null where the hub gives none.</param>
/// <param name="Tag">What changes with the file's bytes, without quotes.</param>
/// <param name="Commit">Null where it does not say.</param>
internal sealed record HubAnswer(Uri Address, long Bytes, string? Sha256, string Tag, string? Commit);
