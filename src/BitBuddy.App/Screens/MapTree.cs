using BitBuddy.Conversation;
using BitBuddy.Files;
using Spectre.Console;

namespace BitBuddy.App.Screens;

/// <summary>The map of the disk as a tree with bars: each row a folder, its size, its share of the whole, and what it mostly holds.</summary>
internal static class MapTree
{
    private const int BarCells = 20;
    private const int Narrow = 70;
    private const int MostRows = 12;

    public static void Draw(Terminal terminal, MapFolder whole)
    {
        var isNarrow = terminal.Screen.Profile.Width < Narrow;
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { NoWrap = isNarrow, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) });
        if (!isNarrow)
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) });
        if (!isNarrow)
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        Row(grid, whole, "", whole, isNarrow);
        Rows(grid, whole, "", whole, isNarrow);
        terminal.Screen.Write(grid);
        foreach (var kind in whole.Kinds)
            terminal.Say($"{Bar(kind.Bytes, whole.Bytes)}  {Said.Size(kind.Bytes),9}  {Said.Count(kind.Files, Said.Noun(kind.Kind).One, Said.Noun(kind.Kind).Many)}");
    }

    private static void Rows(Grid grid, MapFolder of, string lead, MapFolder whole, bool isNarrow)
    {
        var shown = of.Folders.Take(MostRows).ToList();
        var rest = of.Folders.Skip(MostRows).ToList();
        // What lies in the folder itself, or in folders too small for a row, has one too, so that the rows add up.
        var others = new MapFolder(
            rest.Count == 0 ? "(files here)" : $"(files here, and {Said.Count(rest.Count, "more folder", "more folders")})", of.Path,
            of.Files - shown.Sum(folder => folder.Files), of.Bytes - shown.Sum(folder => folder.Bytes), [], []);
        var hasOthers = shown.Count > 0 && others.Files > 0;
        for (var i = 0; i < shown.Count; i++)
        {
            var isLast = i == shown.Count - 1 && !hasOthers;
            Row(grid, shown[i], lead + (isLast ? "└ " : "├ "), whole, isNarrow);
            Rows(grid, shown[i], lead + (isLast ? "  " : "│ "), whole, isNarrow);
        }

        if (hasOthers)
            Row(grid, others, lead + "└ ", whole, isNarrow);
    }

    private static void Row(Grid grid, MapFolder folder, string lead, MapFolder whole, bool isNarrow)
    {
        var (size, share) = (Data(Said.Size(folder.Bytes)), Data(Percent(folder.Bytes, whole.Bytes)));
        var name = new Text(lead + Display.Line(folder.Name)) { Overflow = isNarrow ? Overflow.Ellipsis : Overflow.Fold };
        if (isNarrow)
            grid.AddRow(name, size, share);
        else
            grid.AddRow(name, size, Data(Bar(folder.Bytes, whole.Bytes)), share, Data(Mostly(folder)));
    }

    /// <summary>A bar of fixed width in eighths of a cell; whatever is there at all shows.</summary>
    internal static string Bar(long part, long whole)
    {
        var eighths = whole <= 0 ? 0 : (int)Math.Round((double)part / whole * BarCells * 8);
        if (part > 0 && eighths == 0)
            eighths = 1;
        var bar = new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : ((char)('█' + 8 - (eighths % 8))).ToString());
        return bar.PadRight(BarCells);
    }

    private static string Percent(long part, long whole) => whole <= 0 ? "" : part * 1000 < whole ? "<0.1 %" : $"{100.0 * part / whole:0.0} %";

    private static string Mostly(MapFolder folder) => folder.Kinds is [{ Kind: not FileKind.Other } first, ..] && first.Bytes * 2 > folder.Bytes
        ? $"mostly {Said.Noun(first.Kind).Many}" : "";

    private static Text Data(string text) => new(Display.Line(text));
}
