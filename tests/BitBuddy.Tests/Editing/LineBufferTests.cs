using System.Globalization;
using BitBuddy.App.Editing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Editing;

public sealed class LineBufferTests
{
    private static readonly Action<LineBuffer>[] Edits =
    [
        line => line.Left(), line => line.Right(), line => line.Home(), line => line.End(), line => line.WordLeft(), line => line.WordRight(),
        line => line.Backspace(), line => line.Delete(), line => line.EraseWordLeft(), line => line.EraseWordRight(), line => line.EraseToStart(), line => line.EraseToEnd(),
    ];

    [Property(MaxTest = 500)]
    public Property Edits_OnWholeCharacters_DoAsAListDoes() => Prop.ForAll(Gen.Choose(0, 7).Zip(Gen.Choose(0, Typed.Letters.Length - 1)).ListOf().ToArbitrary(), steps =>
    {
        var (line, letters, at) = (new LineBuffer(), new List<int>(), 0);
        foreach (var (step, letter) in steps)
        {
            switch (step)
            {
                case 0:
                    line.Left();
                    at = Math.Max(0, at - 1);
                    break;
                case 1:
                    line.Right();
                    at = Math.Min(letters.Count, at + 1);
                    break;
                case 2:
                    line.Backspace();
                    if (at > 0)
                        letters.RemoveAt(--at);
                    break;
                case 3:
                    line.Delete();
                    if (at < letters.Count)
                        letters.RemoveAt(at);
                    break;
                default:
                    line.Insert(Typed.Letters[letter].Text);
                    letters.Insert(at++, letter);
                    break;
            }

            Assert.Equal(Typed.Text(letters), line.Text);
            Assert.Equal(Typed.Text(letters.Take(at)).Length, line.Cursor);
        }
    });

    [Property(MaxTest = 500)]
    public Property Edits_OfAnyText_KeepTheCursorBetweenCharacters() => Prop.ForAll(
        Gen.Elements("a", " ", "\u0301", "\u200d", "👩", "🇩", "\r", "\n", "\ud83d", "\ude00", "\u1112", "\u1161", "\ufe0f").Zip(Gen.Choose(0, 2 * Edits.Length)).ListOf().ToArbitrary(), steps =>
    {
        var line = new LineBuffer();
        foreach (var (text, edit) in steps)
        {
            if (edit < Edits.Length)
                Edits[edit](line);
            else
                line.Insert(text);
            Assert.Contains(line.Cursor, (int[])[.. StringInfo.ParseCombiningCharacters(line.Text), line.Text.Length]);
        }
    });

    [Theory]
    [InlineData("how many  pdfs", 14, 10)]
    [InlineData("how many  pdfs", 10, 4)]
    [InlineData("how many  ", 10, 4)]
    [InlineData("漢字 👨\u200d👩\u200d👧x", 12, 3)]
    [InlineData("one", 0, 0)]
    public void WordLeft_FromThere_StandsBeforeTheWord(string text, int from, int to)
    {
        var line = new LineBuffer();
        line.Replace(text);
        while (line.Cursor > from)
            line.Left();

        line.WordLeft();
        Assert.Equal(to, line.Cursor);

        line.WordRight();
        line.EraseWordLeft();
        Assert.Equal(to, line.Cursor);
    }

    [Fact]
    public void Insert_MoreThanALineHolds_KeepsTheBeginningAndSaysSo()
    {
        var line = new LineBuffer();
        Assert.True(line.Insert(new string('a', LineBuffer.MostChars - 1)));

        Assert.False(line.Insert("😀"));

        Assert.Equal(LineBuffer.MostChars - 1, line.Text.Length);
        Assert.True(line.Insert("b"));
        Assert.False(line.Insert("c"));
    }
}
