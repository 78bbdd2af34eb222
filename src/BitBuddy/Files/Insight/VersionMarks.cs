using System.Globalization;

namespace BitBuddy.Files;

/// <summary>Reads the marks of a version off a name's words and takes those words away.</summary>
internal sealed class VersionMarks(VersionWords words)
{
    private const int MostCopies = 99;
    private const int MostWeak = 20;

    private VersionMark _mark;

    public VersionMark Read()
    {
        while (Copy() || Number() || Word() || DateAtEnd())
        {
        }

        while (CopyOf() || DateAtBegin())
        {
        }

        // The beginning taken away may leave no more marks at the end; the bare number comes last.
        if (_mark.IsNone && words.Count > 1 && words.BeforeLast().Length > 0 && Small(words.Last(), MostWeak) is { } weak and > 1 && words.DropLast(1))
            return new(0, 0, 0, weak) { IsWeak = true };
        return _mark;
    }

    // "(1)", "copy", "copy 2", "copy (2)"
    private bool Copy()
    {
        if (words.BeforeLast().EndsWith('(') && words.AfterLast.StartsWith(')') && Small(words.Last(), MostCopies) is { } copy)
            return words.DropLast(1) && Set(_mark with { Copy = Math.Max(_mark.Copy, copy) });
        if (IsApart(0) && VersionLexicon.Copies.Contains(words.Last()))
            return words.DropLast(1) && Set(_mark with { Copy = Math.Max(_mark.Copy, 1) });
        if (VersionLexicon.Copies.Contains(words.Last(1)) && IsApart(1) && Small(words.Last(), MostCopies) is { } number)
            return words.DropLast(2) && Set(_mark with { Copy = Math.Max(_mark.Copy, number) });
        return false;
    }

    // "v2", "v2.1", "version 3", "rev 2", "draft 2"
    private bool Number()
    {
        if (words.Last() is not { Length: > 0 and < 5 } last || !char.IsAsciiDigit(last[0]))
            return false;
        var before = words.Last(1);
        if (IsNumbered(1))
            return words.DropLast(2) && Set(_mark with { Number = Math.Max(_mark.Number, 1000 * Whole(last)), Word = WordOf(before, _mark.Word) });
        var isPart = words.BeforeLast() is "." or "_" or "-" && before is { Length: > 0 and < 4 } && char.IsAsciiDigit(before[0]) && last.Length < 4;
        if (isPart && IsNumbered(2))
            return words.DropLast(3) && Set(_mark with { Number = Math.Max(_mark.Number, (1000 * Whole(before)) + Whole(last)) });
        return false;
    }

    // The word before the number, apart from the name; "v" is glued or apart from its number.
    private bool IsNumbered(int back) => IsApart(back) && VersionLexicon.Numbered.Contains(words.Last(back));

    private bool Word() => IsApart(0) && VersionLexicon.Words.TryGetValue(words.Last(), out var rank)
        && words.DropLast(1) && Set(_mark with { Word = rank == 2 && _mark.Word >= 2 ? _mark.Word + 1 : Stronger(_mark.Word, rank) });

    private bool CopyOf() => VersionLexicon.Copies.Contains(words.First()) && VersionLexicon.Of.Contains(words.First(1))
        && words.DropFirst(2) && Set(_mark with { Copy = Math.Max(_mark.Copy, 1) });

    private bool DateAtEnd()
    {
        for (var length = 5; length > 0; length--)
        {
            if (NameDate.Read([.. Enumerable.Range(0, length).Select(i => words.Last(length - 1 - i))]) is { } date && (length == 1 || IsApart(length - 1)))
                return words.DropLast(length) && Dated(date);
        }

        return false;
    }

    private bool DateAtBegin()
    {
        for (var length = 5; length > 0; length--)
        {
            if (NameDate.Read([.. Enumerable.Range(0, length).Select(words.First)]) is { } date && (length == 1 || words.BeforeFirst(length).Length > 0))
                return words.DropFirst(length) && Dated(date);
        }

        return false;
    }

    // A number behind a name that is a date may be the time of day; only the first date counts.
    private bool Dated(int date) => Set(_mark with { Date = _mark.Date == 0 ? date : _mark.Date });

    private bool IsApart(int back) => words.BeforeLast(back).Length > 0;

    private bool Set(VersionMark mark)
    {
        _mark = mark;
        return true;
    }

    private static int WordOf(string word, int known) => VersionLexicon.Words.TryGetValue(word, out var rank) ? Stronger(known, rank) : known;

    private static int Stronger(int known, int rank) => Math.Abs(rank) > Math.Abs(known) ? rank : known;

    private static int? Small(string text, int most) => text.Length is > 0 and < 3 && char.IsAsciiDigit(text[0]) && Whole(text) is var number && number <= most ? number : null;

    private static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
