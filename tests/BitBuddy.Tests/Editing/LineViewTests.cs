using System.Globalization;
using System.Text.RegularExpressions;
using BitBuddy.App.Editing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Editing;

public sealed partial class LineViewTests
{
    private static Gen<int> Letter => Gen.Choose(0, Typed.Letters.Length - 1);

    [Property(MaxTest = 500)]
    public Property Draw_ALineThatFits_PutsTheCursorWhereItsTextEnds() => Prop.ForAll(Letter.ListOf().ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (letters, back) =>
    {
        var (line, left) = (new LineBuffer(), Math.Max(0, letters.Count - back));
        line.Insert(Typed.Text(letters));
        for (var i = left; i < letters.Count; i++)
            line.Left();

        var row = Parts(new LineView("> ").Draw(line, 2000));

        Assert.Equal(2 + Typed.Columns(letters.Take(left)), LineView.Columns(row.Before));
        Assert.Equal(Typed.Columns(letters.Skip(left)), LineView.Columns(row.After));
        Assert.Equal("> " + Typed.Text(letters.Take(left).Where(IsHarmless)), Spelled().Replace(row.Before, ""));
    });

    [Property(MaxTest = 500)]
    public Property Draw_OnAnyScreen_StaysOnOneRowAndShowsWhatIsAtTheCursor() => Prop.ForAll(
        Letter.ListOf().ToArbitrary(), Gen.Choose(14, 60).ListOf().ToArbitrary(), (letters, widths) =>
    {
        var (line, view) = (new LineBuffer(), new LineView("> "));
        line.Insert(Typed.Text(letters));
        foreach (var width in widths)
        {
            var row = Parts(view.Draw(line, width));
            Assert.True(LineView.Columns(row.Before) + LineView.Columns(row.After) < width);
            var starts = StringInfo.ParseCombiningCharacters(line.Text[..line.Cursor]);
            if (starts is [.., var start] && line.Text[start..line.Cursor] is var last)
                Assert.EndsWith(last.Contains('\u200d') ? last : Display.Line(last), row.Before, StringComparison.Ordinal);
            line.Left();
            line.Left();
        }
    });

    [Property(MaxTest = 1000)]
    public void Draw_AnyText_SendsNoControlButItsOwn(string? text, int width)
    {
        var line = new LineBuffer();
        line.Insert(text + "\u200d\u0007😀\u200d\e[2J\u202e");

        var row = Parts(new LineView("> ").Draw(line, width % 200));

        Assert.Equal(row.Before, Display.Line(row.Before));
        Assert.Equal(row.After, Display.Line(row.After));
    }

    [Fact]
    public void Draw_LineLongerThanTheScreen_ShowsWhereItGoesOn()
    {
        var (line, view) = (new LineBuffer(), new LineView("> "));
        line.Insert("abcdefghijklmnopqrst");

        Assert.Equal(("> <klmnopqrst", ""), Parts(view.Draw(line, 15)));
        line.Home();
        Assert.Equal(("> ", "abcdefghij>"), Parts(view.Draw(line, 15)));
        Assert.Equal(("> ", "abcdef>"), Parts(view.Draw(line, 11)));
        line.Right();
        Assert.Equal(("> a", "bcdefghijklmnopqrst"), Parts(view.Draw(line, 40)));
    }

    private static bool IsHarmless(int letter) => !Typed.Letters[letter].Text.EnumerateRunes().Any(rune => Display.IsUnsafe(rune) && rune.Value != 0x200d);

    // The whole of what is sent: our codes, and text before and after the cursor.
    private static (string Before, string After) Parts(string drawn)
    {
        var match = Row().Match(drawn);
        Assert.True(match.Success, Display.Line(drawn));
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    [GeneratedRegex(@"\A\r\e\[\?7l(.*?)\e7(.*?)\e\[K\e8\e\[\?7h\z", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\\u\{[0-9a-f]+\}")]
    private static partial Regex Spelled();
}
