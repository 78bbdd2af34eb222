namespace BitBuddy.Files;

/// <summary>Words of names of files and folders that are one slip away from another.</summary>
internal sealed class SimilarWords(IndexDatabase database, BlockTable blocks)
{
    private const int Most = 5;
    private const int MostLooked = 20_000;

    /// <summary>A few that are near a folded word; none for a short one, to which too much is near.</summary>
    public IReadOnlyCollection<string> To(string word)
    {
        var similar = new HashSet<string>(StringComparer.Ordinal);
        if (word.Length is < 4 or > 64)
            return similar;
        // One slip leaves a half of the word as it is; names with that half are looked at.
        var half = word.Length / 2;
        if (half < 3)
            Look(word[..2], word[^2..]);
        else
            Look(word[..half], word[half..]);
        // Two neighbours swapped in the very middle leave neither.
        if (similar.Count == 0 && half >= 3 && word[half - 1] != word[half])
            Look($"{word[..(half - 1)]}{word[half]}{word[half - 1]}{word[(half + 1)..]}");
        return similar;

        void Look(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
            {
                foreach (var name in Folders(part).Concat(Files(part)))
                {
                    similar.UnionWith(NameWords.Of(name).Where(other => NameWords.IsOneEdit(word, other)));
                    if (similar.Count >= Most)
                        return;
                }
            }
        }
    }

    private IEnumerable<string> Files(string part)
    {
        foreach (var row in new WordSearch(blocks).Names(part, MostLooked, CancellationToken.None))
        {
            var name = database.Sql("SELECT name FROM files WHERE row = ?1").With(row);
            var folded = name.Step() ? NameFold.Fold(name.Blob(0)) : "";
            name.Reset();
            yield return folded;
        }
    }

    private List<string> Folders(string part)
    {
        var names = new List<string>();
        var rows = database.Sql("SELECT fold FROM folders WHERE instr(fold, ?1) > 0 AND checked_at IS NOT NULL LIMIT ?2").With(part, MostLooked);
        while (rows.Step())
            names.Add(rows.Text(0));
        return names;
    }
}
