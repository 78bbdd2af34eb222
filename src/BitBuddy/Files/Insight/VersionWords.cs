namespace BitBuddy.Files;

/// <summary>The words of a name: runs of letters and runs of digits, with what stood before each; marks take them away from both ends.</summary>
internal sealed class VersionWords
{
    private readonly List<(string Text, string Before)> _words;
    private readonly string _after;
    private int _first;
    private int _end;

    private VersionWords(List<(string Text, string Before)> words, string after) => (_words, _after, _end) = (words, after, words.Count);

    public int Count => _end - _first;

    /// <summary>The words that are left, one space between; glued ones stay glued.</summary>
    public string Key => string.Concat(Enumerable.Range(_first, Count).Select(i => i == _first ? _words[i].Text : _words[i].Before.Length > 0 ? " " + _words[i].Text : _words[i].Text));

    public static VersionWords Of(string stem)
    {
        var (words, before) = (new List<(string, string)>(), 0);
        for (var i = 0; i < stem.Length;)
        {
            var end = i;
            if (char.IsAsciiDigit(stem[i]))
                while (end < stem.Length && char.IsAsciiDigit(stem[end]))
                    end++;
            else
                while (end < stem.Length && char.IsLetterOrDigit(stem[end]) && !char.IsAsciiDigit(stem[end]))
                    end++;
            if (end == i)
            {
                i++;
                continue;
            }

            words.Add((stem[i..end], stem[before..i]));
            before = i = end;
        }

        return new(words, stem[before..]);
    }

    /// <summary>The word so many from the end (0: the last); "" where there is none.</summary>
    public string Last(int back = 0) => back < Count ? _words[_end - 1 - back].Text : "";

    /// <summary>The word so many from the beginning; "" where there is none.</summary>
    public string First(int at = 0) => at < Count ? _words[_first + at].Text : "";

    /// <summary>What stands before the word so many from the end: "" where it is glued to the one before.</summary>
    public string BeforeLast(int back = 0) => back < Count ? _words[_end - 1 - back].Before : "";

    /// <summary>What stands before the word at a place from the beginning.</summary>
    public string BeforeFirst(int at) => at < Count ? _words[_first + at].Before : "";

    /// <summary>What stands behind the last word.</summary>
    public string AfterLast => _end < _words.Count ? _words[_end].Before : _after;

    /// <summary>Takes words from the end; false where no name would be left.</summary>
    public bool DropLast(int count) => count < Count && HasName(_first, _end - count) && Set(_first, _end - count);

    /// <summary>Takes words from the beginning; false where no name would be left.</summary>
    public bool DropFirst(int count) => count < Count && HasName(_first + count, _end) && Set(_first + count, _end);

    private bool HasName(int first, int end) => Enumerable.Range(first, end - first).Any(i => !char.IsAsciiDigit(_words[i].Text[0]));

    private bool Set(int first, int end)
    {
        (_first, _end) = (first, end);
        return true;
    }
}
