using BitBuddy.Platform;

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

    /// <summary>imported (used in place), found (lay in models/ already), copied, downloaded or shrunk (ours to delete).</summary>
    public required string Origin { get; init; }

    /// <summary>Where it was downloaded from, hf.co/OWNER/REPO/FILE.gguf; null for all others.</summary>
    public string? Source { get; init; }

    /// <summary>The commit on the hub that it was downloaded at; null where the hub gave none.</summary>
    public string? Commit { get; init; }

    /// <summary>Null where it is not known.</summary>
    public string? Licence { get; init; }

    /// <summary>The prompt layout of brains that speak in slots.</summary>
    public const int SlotLayout = Conversation.SlotPrompt.Layout;

    /// <summary>The prompt layout its file names; null where it names none.</summary>
    public int? PromptLayout { get; init; }

    /// <summary>True where it speaks in slots, and the app fills them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool SpeaksInSlots => PromptLayout == SlotLayout;

    /// <summary>The hub gave no sha256 to check the download against: the sha256 is that of what came first.</summary>
    public bool FirstSeen { get; init; }

    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>When it was last made ready to think, to the hour; null while it never was.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>The file's modification time when it was verified; another one means: hash again.</summary>
    public required DateTimeOffset FileTime { get; init; }

    /// <summary>The last part of the file's stamp (<see cref="FileStamp"/>) then; null in records of earlier versions.</summary>
    public long? FileChanged { get; init; }

    /// <summary>True while the file is the one that was checked and hashed, as far as can be told without reading it.</summary>
    public bool Fits(FileStamp? file) => file == new FileStamp(Bytes, FileTime, FileChanged ?? 0) && FileChanged is not null;
}
