using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What the rules have gathered so far.</summary>
internal sealed class Draft
{
    private readonly List<FileKind> kinds = [];
    private readonly List<string> extensions = [];
    private readonly List<string> words = [];

    public List<string> Places { get; } = [];
    public long? MinBytes { get; set; }
    public long? MaxBytes { get; set; }
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? Until { get; set; }
    public FileOrder Order { get; set; }
    public int? Take { get; set; }

    /// <summary>"file" was said, or a kind of them.</summary>
    public bool SaysFiles { get; set; }

    public bool HasTime => From is not null || Until is not null;

    public int WordCount => words.Count;

    /// <summary>Something was said that only makes sense of files.</summary>
    public bool SpeaksOfFiles =>
        SaysFiles || Places.Count > 0 || MinBytes is not null || MaxBytes is not null || Order != FileOrder.Relevance
        || words.Exists(word => KnownExtensions.EndsFileName(word));

    public void Add(FileWord word)
    {
        SaysFiles = true;
        if (word.Kind is { } kind && !kinds.Contains(kind))
            kinds.Add(kind);
        AddExtensions(word.Extensions);
        if (word.Word is { } name)
            AddWord(name);
    }

    public void AddExtensions(IEnumerable<string> more)
    {
        SaysFiles = true;
        extensions.AddRange(more.Except(extensions).ToArray());
    }

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
    };
}
