using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>The bounds of a size as people say them.</summary>
internal static class SizeBound
{
    private static readonly (long Unit, string Name)[] Units = [(1_000_000_000_000, "TB"), (1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB")];

    /// <summary>" over 1 GB", " of at most 500 KB", " between 1 MB and 5 MB"; "" without bounds.</summary>
    public static string Say(long? min, long? max) => (min, max) switch
    {
        (null, null) => "",
        ({ } least, null) => IsRound(least - 1) ? $" over {Exactly(least - 1)}" : $" of at least {Exactly(least)}",
        (null, { } most) => most < long.MaxValue && IsRound(most + 1) ? $" under {Exactly(most + 1)}" : $" of at most {Exactly(most)}",
        ({ } least, { } most) when least == most => $" of exactly {Exactly(least)}",
        ({ } least, { } most) => $" between {Exactly(IsRound(least - 1) ? least - 1 : least)} and {Exactly(most < long.MaxValue && IsRound(most + 1) ? most + 1 : most)}",
    };

    // "More than 1 GB" is asked of the index as one byte more.
    private static bool IsRound(long bytes) => bytes > 0 && bytes % 1000 == 0;

    // As it was asked: unrounded.
    private static string Exactly(long bytes)
    {
        foreach (var (unit, name) in Units)
        {
            if (bytes >= unit && bytes % (unit / 1000) == 0)
                return $"{((decimal)bytes / unit).ToString("0.###", CultureInfo.InvariantCulture)} {name}";
        }

        return Said.Count(bytes, "byte", "bytes");
    }
}
