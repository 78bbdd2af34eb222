namespace BitBuddy.Brains;

/// <summary>A brain file that was checked on this machine: one entry of <c>model_cache.json</c>.</summary>
public sealed record KnownBrain
{
    /// <summary>The file's name without .gguf.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute.</summary>
    public required string Path { get; init; }
    public required long Bytes { get; init; }

    /// <summary>64 hexadecimal digits, lower case.</summary>
    public required string Sha256 { get; init; }

    /// <summary>imported (used in place) or copied (ours to delete).</summary>
    public required string Origin { get; init; }
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The file's modification time when it was verified; another one means: hash again.</summary>
    public required DateTimeOffset FileTime { get; init; }
}
