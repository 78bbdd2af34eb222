namespace BrainSchool.Model;

internal static class Sums
{
    /// <summary>3, 4, 2 to 3, 7, 9.</summary>
    public static IEnumerable<int> Scan(this IEnumerable<int> lengths)
    {
        var sum = 0;
        foreach (var length in lengths)
            yield return sum += length;
    }
}
