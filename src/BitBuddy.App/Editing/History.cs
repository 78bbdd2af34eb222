namespace BitBuddy.App.Editing;

/// <summary>What was asked in this talk. It is kept in memory alone: questions are private.</summary>
internal sealed class History
{
    private const int Most = 500;

    private readonly List<string> _lines = [];
    private int _at;
    private string _draft = "";

    /// <summary>A line was sent: it is the newest, once when it was the newest already.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && line != _lines.LastOrDefault())
            _lines.Add(line);
        if (_lines.Count > Most)
            _lines.RemoveAt(0);
        _at = _lines.Count;
    }

    /// <summary>The line that is written now was given up: the next one begins behind the newest.</summary>
    public void Restart() => _at = _lines.Count;

    /// <summary>The line before; the one that is written now is kept as a draft. The same line where there is none.</summary>
    public string Older(string line)
    {
        if (_at == _lines.Count)
            _draft = line;
        return _at == 0 ? line : _lines[--_at];
    }

    /// <summary>The line after, the draft at last.</summary>
    public string Newer(string line)
    {
        if (_at == _lines.Count)
            return line;
        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
