namespace BitBuddy.Files;

/// <summary>One query as it is asked of one block after the other: its words first, then all else. What it leaves out is asked beside it.</summary>
internal sealed class BlockQuery
{
    private readonly QueryFilter _filter;
    private readonly Word[] _all;
    private readonly Word[][] _either;
    private readonly bool _isNever;
    private readonly BlockQuery[] _except;
    private readonly BlockTable _blocks;

    // Where this is an exception: whose words are right.
    private readonly ulong[] _slots = new ulong[FileBlock.Slots / 64];

    /// <param name="filter">Everything of a query but its words.</param>
    /// <param name="inside">The folders whose name holds a word, with all below them.</param>
    public BlockQuery(FileQuery query, BlockTable blocks, Func<FileQuery, QueryFilter> filter, Func<byte[], FolderSet> inside)
    {
        (_blocks, _filter) = (blocks, filter(query));
        var either = query.Either.Select(Words).ToList();
        var all = Words(query.Words);
        _isNever = all is null || (either.Count > 0 && either.TrueForAll(words => words is null));
        _all = all ?? [];
        _either = [.. either.OfType<Word[]>()];
        _except = [.. query.Except.Select(except => new BlockQuery(except with { Folders = [], Except = [] }, blocks, filter, inside)).Where(except => !except._isNever)];
        Ranks = HasWords ? new NameRanks([.. (_either.Length == 0 ? [[]] : _either).Select(words => _all.Concat(words).Select(word => word.Text).ToArray())]) : null;

        // Null: no name can hold one of them.
        Word[]? Words(IReadOnlyList<string> said)
        {
            var folded = said.Select(NameFold.Fold).Where(word => word.Length > 0).Distinct().Select(WordSearch.Bytes).ToList();
            return folded.Contains(null) ? null : [.. folded.Select(word => new Word(word!, inside(word!)))];
        }
    }

    /// <summary>Nothing can match.</summary>
    public bool IsNever => _isNever;

    public bool HasWords => _all.Length + _either.Length > 0;

    /// <summary>How well a name answers to the words; null without any.</summary>
    public NameRanks? Ranks { get; }

    /// <summary>True where names must be looked at.</summary>
    public bool NeedsNames => HasWords || _filter.NeedsNames || Array.Exists(_except, except => except.NeedsNames);

    /// <summary>Sets the bits of the slots whose words are right; false when there are none.</summary>
    /// <param name="names">Of the block, where <see cref="NeedsNames"/>.</param>
    public bool Candidates(long block, ReadOnlySpan<byte> names, Span<ulong> slots)
    {
        slots.Fill(ulong.MaxValue);
        foreach (var word in _all)
        {
            if (!Keep(word, block, names, slots))
                return false;
        }

        if (_either.Length > 0)
        {
            Span<ulong> any = stackalloc ulong[FileBlock.Slots / 64];
            Span<ulong> one = stackalloc ulong[FileBlock.Slots / 64];
            any.Clear();
            foreach (var words in _either)
            {
                slots.CopyTo(one);
                foreach (var word in words)
                    Keep(word, block, names, one);
                for (var part = 0; part < any.Length; part++)
                    any[part] |= one[part];
            }

            any.CopyTo(slots);
        }

        if (!slots.ContainsAnyExcept(0UL))
            return false;
        foreach (var except in _except)
        {
            if (!except.Candidates(block, names, except._slots))
                except._slots.AsSpan().Clear();
        }

        return true;
    }

    /// <summary>True for a file that is asked for, once its slot is a candidate.</summary>
    /// <param name="name">Folded; looked at only where <see cref="NeedsNames"/>.</param>
    public bool Fits(int slot, in FileFacts file, ReadOnlySpan<byte> name)
    {
        if (!_filter.Fits(file, name))
            return false;
        foreach (var except in _except)
        {
            if ((except._slots[slot / 64] >> (slot % 64) & 1) != 0 && except._filter.Fits(file, name))
                return false;
        }

        return true;
    }

    // Of these slots, those where it stands in the name or in a folder on the path; false when none is left.
    private bool Keep(Word word, long block, ReadOnlySpan<byte> names, Span<ulong> slots)
    {
        Span<ulong> one = stackalloc ulong[FileBlock.Slots / 64];
        one.Clear();
        WordSearch.Mark(names, word.Text, one);
        if (!word.Inside.IsEmpty)
            Mark(_blocks.Facts(block), word.Inside, one);
        var left = 0UL;
        for (var part = 0; part < one.Length; part++)
            left |= slots[part] &= one[part];
        return left != 0;
    }

    private static void Mark(ReadOnlySpan<FileFacts> facts, FolderSet folders, Span<ulong> slots)
    {
        // The files of a folder lie together.
        for (var (slot, last, isInside) = (0, 0, false); slot < facts.Length; slot++)
        {
            if (facts[slot].Folder is var folder && folder != last)
                (last, isInside) = (folder, folders.Has(folder));
            if (isInside)
                slots[slot / 64] |= 1UL << (slot % 64);
        }
    }

    private sealed record Word(byte[] Text, FolderSet Inside);
}
