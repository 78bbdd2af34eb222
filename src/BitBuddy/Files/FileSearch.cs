using System.Numerics;
using BitBuddy.Files.Contents;

namespace BitBuddy.Files;

/// <summary>Answers queries from the packed copy of the index: block after block, names first where words are asked for.</summary>
internal sealed class FileSearch(IndexDatabase database, BlockTable blocks, FolderTable folders, ContentsView contents)
{
    private (object State, FolderTree Tree)? _tree;
    private (object State, IReadOnlyList<string> Folders, (long Files, long Bytes) Of)? _totals;

    /// <summary>How much each file matters to the user; among matches of equal rank the more it does the earlier it comes.</summary>
    public Func<IReadOnlyDictionary<long, double>>? Weights { get; set; }

    public FileMatches Search(FileQuery query, int limit, CancellationToken cancellationToken)
    {
        var asked = Asked(query);
        var skip = Math.Max(query.Skip, 0);
        var weights = WeightsFor(query, asked);
        var found = new FirstFound(query.Order, (int)Math.Min((long)Math.Max(query.Take ?? limit, 0) + skip, int.MaxValue), weights is not null || query.AsksTexts);
        var (count, bytes) = asked.IsNever ? default : Count(query, asked, weights, found, cancellationToken);
        var first = found.Take();
        var skipped = first.Take(skip).ToList();
        (count, bytes) = (count - skipped.Count, bytes - Sum(skipped));
        first = [.. first.Skip(skip)];
        if (query.Take is { } take && take < count)
            (count, bytes) = (Math.Max(take, 0), Sum(first));
        return new(count, (long)Int128.Min(bytes, long.MaxValue), contents.WithSnippets(query, Entries(first.Take(limit))));

        static Int128 Sum(IEnumerable<FoundFile> files) => files.Aggregate(Int128.Zero, (sum, file) => sum + file.Bytes);
    }

    /// <summary>The rows of all matches in the order asked for.</summary>
    public IReadOnlyList<FoundFile> Rows(FileQuery query, CancellationToken cancellationToken)
    {
        var asked = Asked(query);
        var weights = WeightsFor(query, asked);
        var found = new FirstFound(query.Order, int.MaxValue, weights is not null || query.AsksTexts);
        if (!asked.IsNever)
            Count(query, asked, weights, found, cancellationToken);
        return found.Take();
    }

    /// <summary>How many files the folders hold. Each reply asks for it: counted again only where somebody has written since.</summary>
    public (long Files, long Bytes) Totals(IReadOnlyList<string> folders)
    {
        object state = database.State();
        if (_totals is { } kept && state.Equals(kept.State) && folders.SequenceEqual(kept.Folders))
            return kept.Of;
        var matches = Search(new() { Folders = folders }, 0, CancellationToken.None);
        _totals = (state, [.. folders], (matches.Count, matches.Bytes));
        return (matches.Count, matches.Bytes);
    }

    private BlockQuery Asked(FileQuery query) =>
        new(query, blocks, some => new QueryFilter(some, folders, Tree, contents.Matching(some)), word => Tree().Below(Tree().Holding(word)));

    // Null where they do not matter.
    private IReadOnlyDictionary<long, double>? WeightsFor(FileQuery query, BlockQuery asked) =>
        query.Order == FileOrder.Relevance && (asked.Ranks is not null || query.AsksTexts) && Weights?.Invoke() is { Count: > 0 } weights ? weights : null;

    private (long Count, Int128 Bytes) Count(
        FileQuery query, BlockQuery asked, IReadOnlyDictionary<long, double>? weights, FirstFound found, CancellationToken cancellationToken)
    {
        var ranks = query.Order == FileOrder.Relevance ? asked.Ranks : null;
        var scores = query.Order == FileOrder.Relevance ? contents.Scores(query) : null;
        var needsNames = asked.NeedsNames || query.Order == FileOrder.Name;
        var (count, bytes) = (0L, Int128.Zero);
        Span<ulong> slots = stackalloc ulong[FileBlock.Slots / 64];
        for (long block = 0, last = blocks.Count(); block < last; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var names = needsNames ? blocks.Names(block) : [];
            if (!asked.Candidates(block, names, slots))
                continue;
            var facts = blocks.Facts(block);
            for (var (slot, named) = (Next(slots, 0), 0); slot < facts.Length; slot = Next(slots, slot + 1))
            {
                for (; named < slot && !names.IsEmpty; named++)
                    names = names[(names.IndexOf((byte)0) + 1)..];
                var name = names.IsEmpty ? names : names[..Math.Max(names.IndexOf((byte)0), 0)];
                ref readonly var file = ref facts[slot];
                if (file.Folder == 0 || !asked.Fits(slot, file, name))
                    continue;
                count++;
                bytes += file.Bytes;
                if (!found.MayTake(ranks is null || ranks.AnyIs(name) ? 0 : NameRank.Words, file.Bytes, file.ModifiedNs))
                    continue;
                found.Add(new(block * FileBlock.Slots + slot, file.Bytes, file.ModifiedNs, file.Uid, ranks?.Of(name) ?? 0)
                {
                    Score = scores?.GetValueOrDefault(file.Uid) ?? 0,
                    Weight = weights?.GetValueOrDefault(file.Uid) ?? 0,
                    Name = query.Order == FileOrder.Name ? name.ToArray() : null,
                });
            }
        }

        return (count, bytes);
    }

    private static int Next(ReadOnlySpan<ulong> slots, int from)
    {
        for (var part = from / 64; part < slots.Length; part++, from = part * 64)
        {
            if (slots[part] >> (from % 64) is var rest and not 0)
                return from + BitOperations.TrailingZeroCount(rest);
        }

        return FileBlock.Slots;
    }

    private List<FileEntry> Entries(IEnumerable<FoundFile> found)
    {
        var paths = new Dictionary<long, byte[]>();
        var entries = new List<FileEntry>();
        foreach (var file in found)
        {
            var row = database.Sql("SELECT folder, name, bytes, mtime_ns, kind, uid FROM files WHERE row = ?1").With(file.Row);
            if (!row.Step())
                continue;
            var (folder, name) = (row.Int(0), row.Blob(1).ToArray());
            var (bytes, modified, kind, id) = (row.Int(2), row.Int(3), (FileKind)Math.Clamp(row.Int(4), 0, (long)FileKind.App), row.Int(5));
            row.Reset();
            var path = PathText.Join(folders.PathOf(folder, paths), name);
            entries.Add(new(id, PathText.Show(path), PathText.Show(name), bytes, DateTimeOffset.UnixEpoch.AddTicks(modified / 100), kind)
            {
                PathBytes = PathText.IsText(path) ? null : path,
            });
        }

        return entries;
    }

    // Read again only where somebody has written since.
    private FolderTree Tree()
    {
        object state = database.State();
        if (!state.Equals(_tree?.State))
            _tree = (state, new FolderTree(database));
        return _tree.Value.Tree;
    }
}
