namespace BitBuddy.Conversation;

internal enum ClaimKind
{
    /// <summary>Needs no fact: an idiom, a phrase of the personality.</summary>
    Free,
    Count,
    Name,
    Place,
    Size,
    Date,
}

/// <summary>A piece of a reply that the facts must support.</summary>
/// <param name="End">Where it ends in the text.</param>
/// <param name="Holds">Facts about the whole answer support it.</param>
internal sealed record Claim(ClaimKind Kind, int End, bool Holds)
{
    /// <summary>The listed files that support it.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>It speaks of all files: what follows in the sentence must hold for each.</summary>
    public bool OfAll { get; init; }

    public static Claim Free(int end) => new(ClaimKind.Free, end, Holds: true);

    public static Claim Refused(int end) => new(ClaimKind.Count, end, Holds: false);
}
