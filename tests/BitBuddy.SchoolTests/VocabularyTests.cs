using BrainSchool;
using BrainSchool.Lessons;
using BrainSchool.Tokens;

namespace BitBuddy.SchoolTests;

public sealed class VocabularyTests
{
    private static readonly Lazy<Vocabulary> Taught = new(() => School.Teach(new LessonPlan(1), 300, 700));

    /// <summary>Learned from a few lessons; the same for all tests.</summary>
    internal static Vocabulary Words => Taught.Value;

    /// <summary>What a text may hold that lessons never have.</summary>
    internal static IEnumerable<string> Strange(int count)
    {
        var random = new Random(9);
        string[] pieces = ["naïve", "Übersicht", "日本語", "メモ", "it's", "I'LL", "12,345.67", "\n\n", "  ", "\t", "é", "a_b__c", "--", "100%", "\"x\"", "{y}", "🙂", "don't", "ſ", "К", "½", "٣", "word", " files", "<|", "|>", "\u0301", "\r\n", "."];
        for (var i = 0; i < count; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
    }

    [Fact]
    public void Encode_AnyText_ComesBackWhole() =>
        Assert.All(Strange(300), text => Assert.Equal(text, Words.Decode(Words.Encode(text, special: false))));

    [Fact]
    public void Encode_NamesOfTokens_AreTokensOnlyWhereTheyMayBe()
    {
        Assert.Equal([Words.FirstSlot + 3], Words.Encode("<|v3|>", special: true));
        Assert.DoesNotContain(Words.Encode("<|v3|><|end|>", special: false), id => id >= Words.FirstSlot);
        Assert.Equal(Words.Tokens.Count - 1, Words.End);
    }

    [Fact]
    public void Learn_TheSameTexts_GivesTheSameMerges() =>
        Assert.Equal(Words.Merges, School.Teach(new LessonPlan(1), 300, 700).Merges);
}
