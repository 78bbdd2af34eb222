namespace BitBuddy.App.Bench.Models;

/// <summary>The measures of a model family's member, as its files have them.</summary>
internal sealed record ModelShape
{
    /// <summary>As <c>--shape</c> takes it.</summary>
    public required string Name { get; init; }

    /// <summary>As GGUF names it.</summary>
    public required string Architecture { get; init; }
    public required int Layers { get; init; }
    public required int Width { get; init; }
    public required int FeedForward { get; init; }
    public required int Heads { get; init; }
    public required int KeyHeads { get; init; }
    public required int HeadSize { get; init; }
    public required int Context { get; init; }
    public required float RopeBase { get; init; }
    public required float NormEpsilon { get; init; }

    /// <summary>The words it knows and how they are written down.</summary>
    public required VocabularyShape Vocabulary { get; init; }

    /// <summary>The output matrix is the one of the embeddings.</summary>
    public bool Tied { get; init; }

    /// <summary>Queries, keys and values have biases.</summary>
    public bool Biases { get; init; }

    /// <summary>Queries and keys have norms of their own.</summary>
    public bool HeadNorms { get; init; }

    /// <summary>Positions are stretched as Llama 3 does it.</summary>
    public bool StretchedRope { get; init; }
}
