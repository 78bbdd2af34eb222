namespace BitBuddy.Brains;

/// <summary>A brain that can be fetched: one entry of the catalogue.</summary>
public sealed record CatalogueBrain
{
    /// <summary>As "qwen2.5-1.5b".</summary>
    public required string Id { get; init; }

    /// <summary>As people know it.</summary>
    public required string Name { get; init; }
    public required BrainTier Tier { get; init; }

    /// <summary>Owner and repository on the hub, as "owner/repository".</summary>
    public required string Repository { get; init; }
    public required string File { get; init; }

    /// <summary>The commit of the repository that was looked at, 40 digits; null where none is known.</summary>
    public string? Revision { get; init; }
    public required long Bytes { get; init; }

    /// <summary>64 digits, lower case; null where it is not known: what the hub declares on first use is believed and recorded.</summary>
    public string? Sha256 { get; init; }
    public required string Licence { get; init; }

    /// <summary>Where the licence can be read, for one that must be accepted; null for one that asks nothing of its user.</summary>
    public string? Terms { get; init; }

    /// <summary>The family of its chat template.</summary>
    public required string Template { get; init; }

    /// <summary>Year and month, as "2025-04".</summary>
    public required string Released { get; init; }

    /// <summary>Tokens it was trained for.</summary>
    public required int ContextLength { get; init; }

    /// <summary>What its working memory depends on.</summary>
    public required BrainShape Shape { get; init; }

    /// <summary>What it is good for, in one line.</summary>
    public required string GoodFor { get; init; }

    /// <summary>What else is worth knowing, in a sentence; may be null.</summary>
    public string? Note { get; init; }

    /// <summary>The hub's name for it, as `brain pull` takes it.</summary>
    public string Address => $"hf.co/{Repository}/{File}";

    /// <summary>It as the hub knows it.</summary>
    public HubFile HubFile => Repository.Split('/') is [var owner, var name]
        ? new(owner, name, File, Revision ?? "main") { Bytes = Bytes, Sha256 = Sha256, Licence = Licence }
        : throw new InvalidOperationException("A catalogue was read without its rules.");

    /// <summary>True where a file on this machine is this brain: by its hash; where none is known, by where it came from.</summary>
    public bool Is(KnownBrain known) => Sha256 is not null ? known.Sha256 == Sha256 : known.Source == Address;

    public bool MustBeAccepted => Terms is not null;

    /// <summary>Memory it needs while awake.</summary>
    public BrainMemory MemoryFor(int contextSize) => BrainMemory.Of(Bytes, Shape, contextSize);
}
