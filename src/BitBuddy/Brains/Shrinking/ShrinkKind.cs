namespace BitBuddy.Brains;

/// <summary>How small the weights of a brain are made.</summary>
/// <param name="Id">As people write it.</param>
/// <param name="BitsPerWeight">About, over all weights.</param>
/// <param name="Meaning">What it is good for, in a few words.</param>
public sealed record ShrinkKind(string Id, double BitsPerWeight, string Meaning)
{
    public static IReadOnlyList<ShrinkKind> All { get; } =
    [
        new("q4_0", 4.6, "small and quick, a little less sense"),
        new("q4_k_m", 4.9, "the best balance of size and sense"),
        new("q2_k", 3.4, "as small as can be, for simple words only"),
    ];

    public static string Ids => string.Join("|", All.Select(kind => kind.Id));

    /// <summary>The kind of that name, case aside; null where there is none.</summary>
    public static ShrinkKind? Find(string id) => All.FirstOrDefault(kind => kind.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
