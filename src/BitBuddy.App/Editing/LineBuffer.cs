using System.Globalization;

namespace BitBuddy.App.Editing;

/// <summary>A line while it is edited. The cursor stands between what a reader takes for characters (grapheme clusters).</summary>
internal sealed class LineBuffer
{
    /// <summary>The longest line, in UTF-16 units.</summary>
    public const int MostChars = 10_000;

    public string Text { get; private set; } = "";

    /// <summary>An index into <see cref="Text"/>, never within a grapheme cluster.</summary>
    public int Cursor { get; private set; }

    /// <summary>Inserts at the cursor; false when it was too much and only the beginning fits.</summary>
    public bool Insert(string text)
    {
        var room = MostChars - Text.Length;
        var fits = text.Length <= room;
        if (!fits)
            text = text[..(room > 0 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room)];
        Put(Text.Insert(Cursor, text), Cursor + text.Length);
        return fits;
    }

    public void Replace(string text) => Put(text, text.Length);

    public void Left() => Cursor = Before(Cursor);
    public void Right() => Cursor = After(Cursor);
    public void Home() => Cursor = 0;
    public void End() => Cursor = Text.Length;
    public void WordLeft() => Cursor = WordBefore(Cursor);
    public void WordRight() => Cursor = WordAfter(Cursor);

    public void Backspace() => Erase(Before(Cursor), Cursor);
    public void Delete() => Erase(Cursor, After(Cursor));
    public void EraseWordLeft() => Erase(WordBefore(Cursor), Cursor);
    public void EraseWordRight() => Erase(Cursor, WordAfter(Cursor));
    public void EraseToStart() => Erase(0, Cursor);
    public void EraseToEnd() => Erase(Cursor, Text.Length);

    private void Erase(int from, int to) => Put(Text.Remove(from, to - from), from);

    // What was inserted, or what erasing brought together, may join its neighbours to one cluster.
    private void Put(string text, int cursor)
    {
        Text = text;
        Cursor = 0;
        while (Cursor < cursor)
            Cursor = After(Cursor);
    }

    private int After(int index) =>
        index >= Text.Length ? Text.Length : index + StringInfo.GetNextTextElementLength(Text, index);

    private int Before(int index)
    {
        var before = 0;
        for (var next = 0; next < index; next = After(next))
            before = next;
        return before;
    }

    private int WordBefore(int index)
    {
        while (index > 0 && char.IsWhiteSpace(Text[index - 1]))
            index--;
        while (index > 0 && !char.IsWhiteSpace(Text[index - 1]))
            index--;
        return Boundary(index);
    }

    private int WordAfter(int index)
    {
        while (index < Text.Length && char.IsWhiteSpace(Text[index]))
            index++;
        while (index < Text.Length && !char.IsWhiteSpace(Text[index]))
            index++;
        return Boundary(index);
    }

    // A mark may follow a space and be one cluster with it.
    private int Boundary(int index)
    {
        var boundary = 0;
        while (boundary < index && After(boundary) <= index)
            boundary = After(boundary);
        return boundary;
    }
}
