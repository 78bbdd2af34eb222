using System.Text.Json.Serialization;

namespace BitBuddy.Brains;

/// <summary>What is known of a download that has not ended: <c>models/partial/*.json</c>.</summary>
internal sealed record PartialRecord
{
    public int Schema { get; set; } = 1;
    public required string Owner { get; init; }
    public required string Repository { get; init; }
    public required string File { get; init; }
    public required string Revision { get; init; }

    /// <summary>Of the whole file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Null where the hub gave none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The hub's tag.</summary>
    public required string HubTag { get; init; }

    /// <summary>The strong tag of the answer that brought the bytes; null where there was none.</summary>
    public string? Tag { get; init; }

    /// <summary>Rising. What lies behind the last one is not known to be on the disk.</summary>
    public IReadOnlyList<PartialMark> Marks { get; set; } = [];

    /// <summary>Bytes that are surely on the disk.</summary>
    [JsonIgnore]
    public long Kept => Marks.Count == 0 ? 0 : Marks[^1].Bytes;

    [JsonIgnore]
    public HubFile HubFile => new(Owner, Repository, File, Revision);

    /// <summary>True where the bytes are those that the hub speaks of.</summary>
    public bool Fits(HubFile file, HubAnswer answer) => HubFile.Source == file.Source && Bytes == answer.Bytes && HubTag == answer.Tag;

    public static PartialRecord Of(HubFile file, HubAnswer answer) => new()
    {
        Owner = file.Owner, Repository = file.Repository, File = file.File, Revision = file.Revision,
        Bytes = answer.Bytes, Sha256 = answer.Sha256, HubTag = answer.Tag,
    };
}

/// <summary>The disk holds so many bytes, which have this sha256.</summary>
internal sealed record PartialMark(long Bytes, string Sha256);
