using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace BitBuddy.App.Editing;

/// <summary>
/// Draws prompt and line on one row of the screen; a longer line is shown around the cursor, with <c>&lt;</c> and <c>&gt;</c> where it
/// goes on. One row can be drawn again whatever size the screen has become.
/// </summary>
internal sealed class LineView(string prompt)
{
    private readonly record struct Cell(string Shown, int Columns);

    private int _first;

    /// <summary>The escape codes that draw it all anew; <paramref name="width"/> is the screen's, in columns.</summary>
    public string Draw(LineBuffer line, int width)
    {
        // Without the last column, where terminals differ, and the two marks.
        var room = Math.Max(2, width - Columns(prompt) - 3);
        var (cells, cursor) = Cells(line, room);
        var least = FirstThatFits(cells, cursor, room);
        // What stands before the cursor is seen as well.
        _first = Math.Clamp(_first, least, Math.Max(least, cursor - 1));
        _first = Math.Min(_first, FirstThatFits(cells, cells.Count, room));

        var drawn = new StringBuilder("\r\e[?7l").Append(prompt).Append(_first > 0 ? "<" : "");
        for (var i = _first; i < cursor; i++)
            room -= Show(cells[i]);
        // The terminal itself remembers where the cursor is: it may take some emoji for wider than we do.
        drawn.Append("\e7");
        var next = cursor;
        while (next < cells.Count && cells[next].Columns <= room)
            room -= Show(cells[next++]);
        return drawn.Append(next < cells.Count ? ">" : "").Append("\e[K\e8\e[?7h").ToString();

        int Show(Cell cell)
        {
            drawn.Append(cell.Shown);
            return cell.Columns;
        }
    }

    /// <summary>How many columns a text takes.</summary>
    public static int Columns(string text) => new Segment(text).CellCount();

    private static (List<Cell> Cells, int Cursor) Cells(LineBuffer line, int room)
    {
        var (cells, cursor) = (new List<Cell>(), 0);
        for (int at = 0, length; at < line.Text.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(line.Text, at);
            var shown = Shown(line.Text.Substring(at, length));
            var columns = Columns(shown);
            cells.Add(columns <= room ? new Cell(shown, columns) : new Cell("?", 1));
            if (at < line.Cursor)
                cursor = cells.Count;
        }

        return (cells, cursor);
    }

    // Emoji are joined by a character that is not to be seen anywhere else.
    private static string Shown(string grapheme)
    {
        var parts = grapheme.Split('\u200d');
        return parts.Length > 1 && parts.All(IsEmoji) ? grapheme : Display.Line(grapheme);
    }

    private static bool IsEmoji(string part) =>
        part.Length > 0 && Rune.TryGetRuneAt(part, 0, out var rune) && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && Display.Line(part) == part;

    private static int FirstThatFits(List<Cell> cells, int end, int room)
    {
        while (end > 0 && cells[end - 1].Columns <= room)
            room -= cells[--end].Columns;
        return end;
    }
}
