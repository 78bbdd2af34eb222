using System.Text;

namespace BitBuddy.Files.Contents;

/// <summary>Where an extractor puts what it finds. Text is gathered into pieces of a sane size; there is an end to it.</summary>
internal sealed class ContentSink(Action<TextPart> part, Action<ContentFact, string> fact)
{
    /// <summary>Characters kept of one file: some 700 pages.</summary>
    public const int MostText = 2_000_000;

    private const int PartLength = 16 * 1024;
    private const int LongestFact = 300;

    private readonly StringBuilder _text = new();
    private readonly HashSet<ContentFact> _told = [];
    private int? _page;
    private int? _line;
    private int _taken;
    private int _begun;

    /// <summary>True where any text came that is more than white space.</summary>
    public bool HasText { get; private set; }

    /// <summary>What comes next stands here.</summary>
    public void At(int? page, int? line)
    {
        Flush();
        (_page, _line) = (page, line);
    }

    /// <exception cref="EnoughException">That was all that is kept of a file.</exception>
    public void Add(ReadOnlySpan<char> text)
    {
        var room = MostText - _taken;
        var some = text[..Math.Min(room, text.Length)];
        _taken += some.Length;
        while (!some.IsEmpty)
        {
            var cut = some.Length > PartLength ? some[..PartLength].LastIndexOf('\n') + 1 : some.Length;
            cut = cut > 0 ? cut : PartLength;
            if (_text.Length > 0 && _text.Length + cut > PartLength)
                FlushHere();
            _text.Append(some[..cut]);
            some = some[cut..];
        }

        if (room < text.Length)
            throw new EnoughException();
    }

    /// <summary>Ends a line, unless one has just ended.</summary>
    public void EndLine()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
            Add("\n");
    }

    public void Add(ContentFact what, string? value)
    {
        var text = value?.Trim().Trim('\0');
        // The whole speaks before its parts: a book before its chapters.
        if (!string.IsNullOrEmpty(text) && _told.Add(what))
            fact(what, text.Length > LongestFact ? text[..LongestFact] : text);
    }

    /// <summary>Hands on what was gathered.</summary>
    public void Flush()
    {
        FlushHere();
        _begun = 0;
    }

    private void FlushHere()
    {
        if (_text.Length == 0)
            return;
        var text = _text.ToString();
        HasText = HasText || !string.IsNullOrWhiteSpace(text);
        part(new TextPart(text, _page, _line + _begun));
        _begun += text.AsSpan().Count('\n');
        _text.Clear();
    }
}
