namespace BitBuddy.Files;

/// <summary>
/// Finds chains of versions by their names: the same name but for marks of versions, in one folder, or in any where a name was asked. The
/// newest is the one changed last; where dates are the same, as after a copy, what the names say decides.
/// </summary>
internal sealed class VersionFinder(CancellationToken cancellationToken)
{
    // More are a series: scans, exports of each day.
    private const int Longest = 60;
    private const int LongestOfDates = 30;
    private const int LongestOfNumbers = 9;

    // Copied or unpacked together.
    private const long SameMomentNs = 2_000_000_000;

    /// <summary>The chains, those whose older versions take the most first.</summary>
    /// <param name="candidates">Files, folder by folder.</param>
    /// <param name="across">Also of files in different folders.</param>
    public IReadOnlyList<VersionChain> Find(IReadOnlyList<InsightFile> candidates, bool across)
    {
        var chains = new List<VersionChain>();
        for (var begin = 0; begin < candidates.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = across ? candidates.Count : begin + 1;
            while (end < candidates.Count && candidates[end].Folder == candidates[begin].Folder)
                end++;
            if (end - begin > 1)
                chains.AddRange(In(candidates.Skip(begin).Take(end - begin)));
            begin = end;
        }

        return [.. chains.OrderByDescending(chain => chain.Wasted).ThenBy(chain => chain.Files[0].Uid)];
    }

    private static IEnumerable<VersionChain> In(IEnumerable<InsightFile> files) => files
        .Select(file => (File: file, Name: VersionName.Read(file.Name)))
        .Where(file => file.Name.Key.Length > 0)
        .GroupBy(file => (file.Name.Key, file.Name.Ending))
        .Select(same => same.ToList())
        .Where(same => IsChain(same))
        .Select(same => new VersionChain([.. Ordered(same).Select(file => file.File)]));

    private static bool IsChain(List<(InsightFile File, VersionName Name)> same)
    {
        if (same.Count is < 2 or > Longest)
            return false;
        var marks = same.ConvertAll(file => file.Name.Mark);
        // The same name in two folders is two files; of names alone only marks make versions.
        if (marks.TrueForAll(mark => mark.IsNone))
            return false;
        if (marks.TrueForAll(mark => mark.IsNone || mark.IsWeak))
            return marks.Exists(mark => mark.IsNone) && marks.Count <= LongestOfNumbers;
        return !marks.TrueForAll(mark => mark.IsNone || mark.IsDateAlone) || (same.Count <= LongestOfDates && IsWritten(same[0].File.Kind));
    }

    // Of photos and recordings a date is the day they were taken.
    private static bool IsWritten(FileKind kind) => kind is FileKind.Document or FileKind.Spreadsheet or FileKind.Presentation or FileKind.Archive;

    private static IEnumerable<(InsightFile File, VersionName Name)> Ordered(List<(InsightFile File, VersionName Name)> same)
    {
        var dates = same.ConvertAll(file => file.File.ModifiedNs);
        return dates.Max() - (Int128)dates.Min() <= SameMomentNs
            ? same.OrderByDescending(file => file.Name.Mark).ThenBy(file => file.File.Uid)
            : same.OrderByDescending(file => file.File.ModifiedNs).ThenByDescending(file => file.Name.Mark).ThenBy(file => file.File.Uid);
    }
}
