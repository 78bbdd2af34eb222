using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>
/// Finds files with the same bytes: by size, by both ends, by the hash of all, and at last byte by byte. Hard links are one file, and
/// so are not duplicates. What was read is kept in <see cref="HashStore"/>, so that a second run reads only what changed.
/// </summary>
internal sealed class DuplicateFinder(HashStore hashes, IProgress<InsightProgress>? progress, CancellationToken cancellationToken)
{
    // Two readers keep a disk busy; more make it seek.
    private const int Readers = 2;

    private readonly Lock _telling = new();
    private long _done;
    private long _total;
    private long _bytes;

    /// <summary>The groups, those that waste the most first.</summary>
    /// <param name="candidates">Files that share their size with another, the same sizes in a row.</param>
    /// <exception cref="OperationCanceledException">It was stopped; what was read so far is kept.</exception>
    public IReadOnlyList<TwinGroup> Find(IReadOnlyList<InsightFile> candidates)
    {
        _total = candidates.Count;
        hashes.Load();
        var found = new List<TwinGroup>();
        try
        {
            var sizes = Sizes(candidates).ToList();
            Parallel.ForEach(sizes, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken }, size =>
            {
                var groups = InSize(size);
                lock (found)
                    found.AddRange(groups);
                Tell(size.Count);
            });
        }
        finally
        {
            hashes.Flush();
        }

        return [.. found.OrderByDescending(group => group.Wasted).ThenBy(group => group.Files[0].Uid)];
    }

    private static IEnumerable<List<InsightFile>> Sizes(IReadOnlyList<InsightFile> candidates)
    {
        List<InsightFile> size = [];
        foreach (var candidate in candidates)
        {
            if (size.Count > 0 && size[0].Bytes != candidate.Bytes)
            {
                yield return size;
                size = [];
            }

            size.Add(candidate);
        }

        if (size.Count > 0)
            yield return size;
    }

    private List<TwinGroup> InSize(List<InsightFile> size)
    {
        var bytes = size[0].Bytes;
        var reader = new ByteReader(read => Interlocked.Add(ref _bytes, read), cancellationToken);
        IEnumerable<List<Seen>> alike = [[.. size.Select(file => Look(file, reader)).OfType<Seen>().Where(seen => seen.File.Bytes == bytes).DistinctBy(seen => seen.Identity)]];
        if (!ByteReader.IsShort(bytes))
            alike = Split(alike, seen => hashes.Find(seen.File)?.Ends);
        alike = Split(alike, seen => WholeOf(seen, reader));
        return [.. alike.SelectMany(same => Compared(same, reader)).Select(same => new TwinGroup(bytes, [.. same.OrderBy(seen => seen.File.ModifiedNs).ThenBy(seen => seen.File.Path.Length).Select(seen => seen.File)]))];
    }

    // As it is now, not as the index remembers it; one that was never read, or has changed, is begun to be read at once.
    private Seen? Look(InsightFile candidate, ByteReader reader)
    {
        if (hashes.Find(candidate) is not null && FileStat.Of(candidate.Path, out var known) == ReadOutcome.Ok && known.Type == ItemType.File
            && known.ModifiedNs == candidate.ModifiedNs && known.Bytes == candidate.Bytes)
            return new(candidate, known.Identity);
        if (reader.Begin(candidate.Path) is not var (stat, hash))
            return null;
        var isShort = ByteReader.IsShort(stat.Bytes);
        hashes.Keep(candidate.Uid, new(stat.ModifiedNs, stat.Bytes, isShort ? null : hash, isShort ? hash : null, false));
        return new(candidate with { Bytes = stat.Bytes, ModifiedNs = stat.ModifiedNs }, stat.Identity);
    }

    private static IEnumerable<List<Seen>> Split(IEnumerable<List<Seen>> groups, Func<Seen, UInt128?> key) => groups
        .Where(group => group.Count > 1)
        .SelectMany(group => group.Select(seen => (Seen: seen, Key: key(seen))).Where(seen => seen.Key is not null)
            .GroupBy(seen => seen.Key!.Value).Select(same => same.Select(seen => seen.Seen).ToList()))
        .Where(group => group.Count > 1);

    private UInt128? WholeOf(Seen seen, ByteReader reader)
    {
        var known = hashes.Find(seen.File);
        if (known?.Whole is { } whole)
            return whole;
        if (reader.HashWhole(seen.File.Path, seen.File.Bytes) is not { } read)
            return null;
        hashes.Keep(seen.File.Uid, new(seen.File.ModifiedNs, seen.File.Bytes, known?.Ends, read, false));
        return read;
    }

    // A hash may lie, bytes cannot; what was compared once and has not changed is not read again.
    private List<List<Seen>> Compared(List<Seen> same, ByteReader reader)
    {
        if (same.TrueForAll(seen => hashes.Find(seen.File) is { IsCompared: true }))
            return [same];
        var groups = new List<List<Seen>>();
        foreach (var seen in same)
        {
            if (groups.Find(group => reader.AreSame(group[0].File.Path, seen.File.Path, seen.File.Bytes)) is { } group)
                group.Add(seen);
            else
                groups.Add([seen]);
        }

        groups.RemoveAll(group => group.Count == 1);
        if (groups is [var all] && all.Count == same.Count)
        {
            foreach (var seen in all)
            {
                if (hashes.Find(seen.File) is { } known)
                    hashes.Keep(seen.File.Uid, known with { IsCompared = true });
            }
        }

        return groups;
    }

    private void Tell(int files)
    {
        lock (_telling)
        {
            _done += files;
            progress?.Report(new(_done, _total, Interlocked.Read(ref _bytes)));
        }
    }

    private sealed record Seen(InsightFile File, long Identity);
}
