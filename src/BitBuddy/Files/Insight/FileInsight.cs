namespace BitBuddy.Files;

/// <summary>Finds out about files: duplicates, versions, what is stale, what changed, and what is worth tidying. Moves and deletes nothing.</summary>
/// <param name="text">The whole text that is known of a document as it is now; null where there is none.</param>
internal sealed class FileInsight(FileIndex index, HashStore hashes, Func<FileEntry, string?> text)
{
    private const int FilesOfAGroup = 10;
    private const int Examples = 3;
    private readonly Candidates _candidates = new(index);
    private readonly TextCompare _texts = new(text);

    /// <summary>How long unused files are stale where no time is named, in months.</summary>
    public const int StaleMonths = 12;

    /// <summary>Groups of files with the same bytes, listing at most so many files.</summary>
    public Insight Duplicates(FileQuery query, int limit, IProgress<InsightProgress>? progress, CancellationToken cancellationToken)
    {
        var twins = Twins(query, progress, cancellationToken);
        var groups = Listed(twins, limit, group => group.Files, (group, files) => new(GroupKind.Duplicates, group.Files.Count, group.Bytes * group.Files.Count, group.Wasted, files));
        return Grouped(twins.Sum(group => (long)group.Files.Count), twins.Sum(group => group.Bytes * group.Files.Count), groups, twins.Count, twins.Sum(group => group.Wasted));
    }

    /// <summary>Chains of versions, listing at most so many files.</summary>
    public Insight Versions(FileQuery query, int limit, CancellationToken cancellationToken)
    {
        var chains = Chains(query, cancellationToken);
        var groups = Listed(chains, limit, chain => chain.Files, (chain, files) => new(GroupKind.Versions, chain.Files.Count, chain.Files.Sum(file => file.Bytes), chain.Wasted, files)
        {
            Changes = [.. files.Select((_, i) => i + 1 < chain.Files.Count ? _texts.Compare(chain.Files[i], chain.Files[i + 1]) : null)],
        });
        return Grouped(chains.Sum(chain => (long)chain.Files.Count), chains.Sum(chain => chain.Files.Sum(file => file.Bytes)), groups, chains.Count, chains.Sum(chain => chain.Wasted));
    }

    /// <summary>Files that were not needed since <see cref="FileQuery.Until"/>, or for a year.</summary>
    public Insight Stale(FileQuery query, int limit, IProgress<InsightProgress>? progress, CancellationToken cancellationToken)
    {
        var since = query.Until ?? index.Clock.GetUtcNow().AddMonths(-StaleMonths);
        var (files, known) = new StaleFinder(progress, cancellationToken).Find(_candidates.ByFolder(query with { Until = since }, cancellationToken), since);
        return new(files.Count, files.Sum(file => file.Bytes), [.. files.Take(limit).Select(file => file.Entry)]) { Since = since, OpeningIsKnown = known };
    }

    /// <summary>How many files of a time that was asked for are new, and how many only changed; null where that cannot be told.</summary>
    public ChangeCount? Changes(FileQuery query, CancellationToken cancellationToken) =>
        ChangeCounter.Count(_candidates.ByFolder(query, cancellationToken), query.From ?? DateTimeOffset.MinValue, query.Until ?? DateTimeOffset.MaxValue, cancellationToken);

    /// <summary>All that is worth tidying, each part with a few examples: duplicates, older versions, what is stale, downloads by kind.</summary>
    public Insight Tidy(FileQuery query, IProgress<InsightProgress>? progress, CancellationToken cancellationToken)
    {
        var twins = Twins(query, progress, cancellationToken);
        var chains = Chains(query, cancellationToken);
        var since = index.Clock.GetUtcNow().AddMonths(-StaleMonths);
        var (stale, known) = new StaleFinder(progress, cancellationToken).Find(_candidates.ByFolder(query with { Until = since }, cancellationToken), since);
        // No file stands in two of the first three parts, and the one that is to stay of some copies in none: else nothing of them would be left.
        var spare = twins.SelectMany(group => group.Files.Skip(1)).ToList();
        var said = twins.SelectMany(group => group.Files).Select(file => file.Uid).ToHashSet();
        var older = chains.SelectMany(chain => chain.Files.Skip(1)).Where(file => said.Add(file.Uid)).ToList();
        stale = [.. stale.Where(file => said.Add(file.Uid))];
        FileGroup?[] parts =
        [
            Part(GroupKind.Duplicates, spare), Part(GroupKind.OldVersions, older), Part(GroupKind.Stale, [.. stale.OrderByDescending(file => file.Bytes)]),
            .. Downloads(query, cancellationToken),
        ];
        var groups = parts.OfType<FileGroup>().ToList();
        var all = spare.Concat(older).Concat(stale).ToList();
        return Grouped(all.Count, all.Sum(file => file.Bytes), groups, groups.Count, all.Sum(file => file.Bytes)) with { Since = since, OpeningIsKnown = known };
    }

    private IReadOnlyList<TwinGroup> Twins(FileQuery query, IProgress<InsightProgress>? progress, CancellationToken cancellationToken) =>
        new DuplicateFinder(hashes, progress, cancellationToken).Find(_candidates.OfTheSameSize(query, cancellationToken));

    private IReadOnlyList<VersionChain> Chains(FileQuery query, CancellationToken cancellationToken)
    {
        // Code and data are kept in versions by other means; who asks for them by kind or name gets them.
        if (query is { Kinds.Count: 0, Extensions.Count: 0, Words.Count: 0 })
            query = query with { Kinds = [FileKind.Document, FileKind.Spreadsheet, FileKind.Presentation, FileKind.Image, FileKind.Audio, FileKind.Video, FileKind.Archive] };
        return new VersionFinder(cancellationToken).Find(_candidates.ByFolder(query, cancellationToken), across: query.Words.Count > 0);
    }

    private IEnumerable<FileGroup> Downloads(FileQuery query, CancellationToken cancellationToken)
    {
        var downloads = query with { Places = [.. query.Places.Select(place => $"{place}/Downloads").DefaultIfEmpty("Downloads")] };
        return _candidates.ByFolder(downloads, cancellationToken).GroupBy(file => file.Kind).Select(kind => kind.OrderByDescending(file => file.Bytes).ToList())
            .Select(files => Part(GroupKind.Downloads, files)! with { Kind = files[0].Kind }).OrderByDescending(group => group.Bytes);
    }

    private static FileGroup? Part(GroupKind what, List<InsightFile> files)
    {
        var bytes = files.Sum(file => file.Bytes);
        return files.Count == 0 ? null : new(what, files.Count, bytes, bytes, [.. files.Take(Examples).Select(file => file.Entry)]);
    }

    // Groups in their order, each with its first files, until the list is full.
    private static List<FileGroup> Listed<T>(
        IReadOnlyList<T> all, int limit, Func<T, IReadOnlyList<InsightFile>> files, Func<T, IReadOnlyList<FileEntry>, FileGroup> group)
    {
        var listed = new List<FileGroup>();
        for (int i = 0, left = limit; i < all.Count && left > 0; i++)
        {
            FileEntry[] shown = [.. files(all[i]).Take(Math.Min(left, FilesOfAGroup)).Select(file => file.Entry)];
            listed.Add(group(all[i], shown));
            left -= shown.Length;
        }

        return listed;
    }

    private static Insight Grouped(long count, long bytes, IReadOnlyList<FileGroup> groups, int all, long wasted) =>
        new(count, bytes, [.. groups.SelectMany(group => group.Files)]) { Groups = groups, GroupCount = all, Wasted = wasted };
}
