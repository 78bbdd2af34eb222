using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What the rules have gathered so far.</summary>
internal sealed class Draft
{
    private readonly List<FileKind> kinds = [];
    private readonly List<string> extensions = [];
    private readonly List<string> words = [];

    public List<string> Places { get; } = [];
    public List<IReadOnlyList<string>> Either { get; } = [];
    public List<FileQuery> Except { get; } = [];
    public List<string> Inside { get; } = [];
    public List<string> InsideEither { get; } = [];
    public List<string> Begins { get; } = [];
    public List<string> Ends { get; } = [];
    public long? MinBytes { get; set; }
    public long? MaxBytes { get; set; }
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? Until { get; set; }
    public FileOrder Order { get; set; }
    public int? Take { get; set; }
    public int Skip { get; set; }

    /// <summary>The word it sorts by where that is no superlative: "big".</summary>
    public string Adjective { get; set; } = "";

    /// <summary>Takes "big" and the like for a bound instead of an order, where it can be one.</summary>
    public void BoundByAdjective()
    {
        var (min, max) = OrderWords.Bound(Adjective);
        if (Adjective.Length == 0 || (min is null && max is null) || MinBytes is not null || MaxBytes is not null)
            return;
        (MinBytes, MaxBytes, Order, Take, Adjective) = (min, max, FileOrder.Relevance, null, "");
    }

    /// <summary>The time is when a picture was taken.</summary>
    public bool Taken { get; set; }

    /// <summary>"for 2026" was said: a time that is more often part of a name.</summary>
    public bool IsForTime { get; set; }

    /// <summary>A name word was a plural: "invoices".</summary>
    public bool NamesMany { get; set; }

    /// <summary>"file" was said, or a kind of them.</summary>
    public bool SaysFiles { get; set; }

    /// <summary>A word for a kind that may also be part of a name, without its plural: "application"; "" where none was said.</summary>
    public string Noun { get; set; } = "";

    /// <summary>It says what to sort by, and not which is the most of all.</summary>
    public bool IsSorted { get; set; }

    /// <summary>"on this computer" was said, so that a name is of a file.</summary>
    public bool IsHere { get; set; }

    /// <summary>Something was said that a query cannot hold.</summary>
    public bool IsUnread { get; set; }

    /// <summary>"do I have more than 5 pdfs": how many there are answers it.</summary>
    public bool AsksNumber { get; set; }

    public bool HasTime => From is not null || Until is not null;

    public int WordCount => words.Count + Either.Count + Inside.Count + InsideEither.Count + Begins.Count + Ends.Count;

    /// <summary>It says what it is about, and not only which of them.</summary>
    public bool HasNoun => SaysFiles || WordCount > 0;

    /// <summary>Something was said that only makes sense of files.</summary>
    public bool SpeaksOfFiles =>
        SaysFiles || Places.Count + Except.Count + Inside.Count + InsideEither.Count + Begins.Count + Ends.Count > 0 || MinBytes is not null || MaxBytes is not null || Order != FileOrder.Relevance
        || (IsHere && WordCount > 0) || words.Exists(word => KnownExtensions.EndsFileName(word));

    /// <summary>"png images" are those of the images that are pngs; "pngs and images" (listed) all of both.</summary>
    public void Add(FileWord word, bool listed)
    {
        SaysFiles = true;
        if (word.Kind is { } kind)
        {
            var ofKind = extensions.RemoveAll(extension => listed && KindOf(extension) == kind);
            if (!kinds.Contains(kind) && (ofKind > 0 || !extensions.Exists(extension => KindOf(extension) == kind)))
                kinds.Add(kind);
            kinds.AddRange(word.Also.Except(kinds).ToArray());
        }

        if (!listed)
            kinds.RemoveAll(other => word.Extensions.Any(extension => KindOf(extension) == other));
        // "ebooks as epub": those of them.
        if (!listed && word.Extensions.Count > 0 && extensions.Count > word.Extensions.Count && word.Extensions.All(extensions.Contains))
            extensions.RemoveAll(extension => !word.Extensions.Contains(extension));
        extensions.AddRange(word.Extensions.Where(extension => !kinds.Contains(KindOf(extension))).Except(extensions).ToArray());
        if (word.Word is { } name)
            AddWord(name);
    }

    private static FileKind KindOf(string extension) => FileKinds.Of("." + extension);

    public void AddWord(string word)
    {
        if (!words.Contains(word))
            words.Add(word);
    }

    public FileQuery ToQuery() => new()
    {
        Words = words,
        Kinds = kinds,
        Extensions = extensions,
        Places = Places,
        MinBytes = MinBytes,
        MaxBytes = MaxBytes,
        From = From,
        Until = Until,
        Order = Order,
        Take = Take,
        Skip = Skip,
        Either = Either,
        Except = Except,
        Inside = Inside,
        InsideEither = InsideEither,
        Begins = Begins,
        Ends = Ends,
        Taken = Taken && HasTime && (kinds.Count + extensions.Count == 0 ? WordCount == 0 : kinds.Concat(extensions.Select(KindOf)).All(kind => kind is FileKind.Image or FileKind.Video)),
    };
}
