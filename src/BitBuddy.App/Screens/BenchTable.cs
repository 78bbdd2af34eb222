using System.Globalization;
using BitBuddy.App.Bench;
using BitBuddy.Conversation;
using Spectre.Console;

namespace BitBuddy.App.Screens;

/// <summary>Draws what was measured: both sides, the ratio, the bar.</summary>
internal static class BenchTable
{
    public static void Draw(Terminal terminal, IReadOnlyList<BenchRow> rows)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var title in (string[])["what", "ours", "plain", "ratio", "bar", ""])
            table.AddColumn(title);
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.What), Shown(row.Ours, row.Unit), row.Plain is { } plain ? Shown(plain, row.Unit) : "",
                row.Ratio is { } ratio ? Number(ratio, "0.00") : "",
                row.Bar.Of switch
                {
                    BarOf.RatioAtMost => $"<= {Number(row.Bar.Limit, "0.00")}",
                    BarOf.RatioAtLeast => $">= {Number(row.Bar.Limit, "0.00")}",
                    _ => $"<= {Shown(row.Bar.Limit, row.Unit)}",
                },
                row.Pass ? "pass" : "over");
        }

        terminal.Screen.Write(table);
    }

    private static string Shown(double value, string unit) => unit switch
    {
        "bytes" => Said.Size((long)value),
        "processes" => Number(value, "0"),
        _ => $"{Number(value, "0.0")} {unit}",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
