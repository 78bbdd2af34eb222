namespace BitBuddy.Settings;

/// <summary>The known name a typo was meant for.</summary>
internal static class NearestName
{
    private const int MostSlips = 3;
    private const int LongestName = 64;

    /// <summary>The known name with the fewest slips; null where none is near. The part behind the last dot may stand alone.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;
        var wanted = name.ToLowerInvariant();
        return known
            .Select(other => (other, slips: Math.Min(Slips(wanted, other.ToLowerInvariant()), Slips(wanted, Tail(other).ToLowerInvariant()))))
            .Where(pair => pair.slips <= Math.Min(MostSlips, wanted.Length / 2))
            .OrderBy(pair => pair.slips)
            .Select(pair => pair.other)
            .FirstOrDefault();
    }

    private static string Tail(string name) => name[(name.LastIndexOf('.') + 1)..];

    // Letters to add, drop or change until one is the other.
    private static int Slips(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            above = row;
        }

        return above[b.Length];
    }
}
