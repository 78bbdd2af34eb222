using System.Numerics;

namespace BitBuddy.Files;

/// <summary>Answers queries from the packed copy of the index: block after block, names first where words are asked for.</summary>
internal sealed class FileSearch(IndexDatabase database, BlockTable blocks, FolderTable folders)
{
    private (object State, FolderTree Tree)? _tree;

    public FileMatches Search(FileQuery query, int limit, CancellationToken cancellationToken)
    {
        var asked = query.Words.Select(NameFold.Fold).Where(word => word.Length > 0).Distinct().ToArray();
        var words = asked.Select(WordSearch.Bytes).OfType<byte[]>().ToArray();
        var filter = new QueryFilter(query, folders, Tree);
        var found = new FirstFound(FoundFile.By(query.Order), query.Take ?? limit);
        var (count, bytes) = words.Length < asked.Length ? default : Count(query, words, filter, found, cancellationToken);
        var first = found.Take();
        if (query.Take is { } take && take < count)
            (count, bytes) = (Math.Max(take, 0), first.Aggregate(Int128.Zero, (sum, file) => sum + file.Bytes));
        return new(count, (long)Int128.Min(bytes, long.MaxValue), Entries(first.Take(limit)));
    }

    private (long Count, Int128 Bytes) Count(FileQuery query, byte[][] words, QueryFilter filter, FirstFound found, CancellationToken cancellationToken)
    {
        var inside = Array.ConvertAll(words, word => Tree().Below(Tree().Named(name => name.IndexOf(word) >= 0)));
        var rank = query.Order == FileOrder.Relevance && words.Length > 0 ? new NameRank(words) : null;
        var (count, bytes) = (0L, Int128.Zero);
        Span<ulong> slots = stackalloc ulong[FileBlock.Slots / 64];
        for (long block = 0, last = blocks.Count(); block < last; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var names = words.Length > 0 || filter.NeedsNames ? blocks.Names(block) : [];
            if (!Candidates(block, names, words, inside, slots))
                continue;
            var facts = blocks.Facts(block);
            for (var (slot, named) = (Next(slots, 0), 0); slot < facts.Length; slot = Next(slots, slot + 1))
            {
                for (; named < slot && !names.IsEmpty; named++)
                    names = names[(names.IndexOf((byte)0) + 1)..];
                var name = names.IsEmpty ? names : names[..Math.Max(names.IndexOf((byte)0), 0)];
                ref readonly var file = ref facts[slot];
                if (file.Folder == 0 || !filter.Fits(file, name))
                    continue;
                count++;
                bytes += file.Bytes;
                found.Add(new(block * FileBlock.Slots + slot, file.Bytes, file.ModifiedNs, file.Uid, rank?.Of(name) ?? 0));
            }
        }

        return (count, bytes);
    }

    // The slots where each word stands in the name or in a folder on the path; false when there are none.
    private bool Candidates(long block, ReadOnlySpan<byte> names, byte[][] words, FolderSet[] inside, Span<ulong> slots)
    {
        slots.Fill(ulong.MaxValue);
        Span<ulong> one = stackalloc ulong[FileBlock.Slots / 64];
        for (var i = 0; i < words.Length; i++)
        {
            one.Clear();
            WordSearch.Mark(names, words[i], one);
            if (!inside[i].IsEmpty)
                Mark(blocks.Facts(block), inside[i], one);
            var left = 0UL;
            for (var part = 0; part < slots.Length; part++)
                left |= slots[part] &= one[part];
            if (left == 0)
                return false;
        }

        return true;
    }

    private static void Mark(ReadOnlySpan<FileFacts> facts, FolderSet folders, Span<ulong> slots)
    {
        for (var slot = 0; slot < facts.Length; slot++)
        {
            if (folders.Has(facts[slot].Folder))
                slots[slot / 64] |= 1UL << (slot % 64);
        }
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
