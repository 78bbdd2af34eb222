using System.Text.RegularExpressions;
using BitBuddy.Conversation;
using BrainSchool.Lessons;

namespace BitBuddy.SchoolTests;

public sealed class LessonTests
{
    private static readonly LessonPlan Plan = new(3);

    [Fact]
    public void Draw_ManyLessons_SpeakOfEverySituationAndNothingIsWrongWithThem()
    {
        var lessons = Enumerable.Range(0, Proof.Size(20_000)).Select(number => Plan.Draw(Plan.Random(number))).ToList();

        Assert.All(lessons, lesson => Assert.Null(SlotCheck.Fault(lesson.Prompt, lesson.Reply)));
        Assert.All(lessons, lesson => Assert.DoesNotMatch(@" [ ,.!?]|[.,!?][.,]|\?!|[a-z]\{|\}[a-z]|\[|\]|\d", lesson.Reply));
        Assert.Equal(Scene.Known.Order(), lessons.Select(lesson => lesson.Scene.Situation).Distinct().Order());
        Assert.InRange(lessons.Count(lesson => lesson.Scene.Situation >= Situation.Status), 0.45 * lessons.Count, 0.55 * lessons.Count);
        Assert.InRange(lessons.Select(lesson => lesson.Reply).Distinct().Count(), 0.75 * lessons.Count, lessons.Count);
    }

    [Fact]
    public void Random_TheSameNumber_GivesTheSameLesson()
    {
        var (one, other) = (Plan.Draw(Plan.Random(5)), new LessonPlan(3).Draw(new LessonPlan(3).Random(5)));

        Assert.Equal((one.Prompt.Text, one.Reply), (other.Prompt.Text, other.Reply));
        Assert.NotEqual(one.Reply, Plan.Draw(Plan.Random(6)).Reply);
    }

    [Fact]
    public void Questions_HeldOut_AreNoneOfThoseLearnedFrom()
    {
        var learned = Grammar.Read("questions.txt").Values.SelectMany(phrases => phrases).ToHashSet();

        Assert.DoesNotContain(Grammar.Read("held-out.txt").Values.SelectMany(phrases => phrases), learned.Contains);
        foreach (var situation in Scene.Known)
            Assert.NotEmpty(new Questions("held-out.txt").Of(situation, new Random(1)));
    }

    [Fact]
    public void GrammarWords_OfAllReplies_AreAllKnown()
    {
        var known = GrammarWords.All(new Grammar()).ToHashSet();

        foreach (var lesson in Enumerable.Range(0, Proof.Size(20_000)).Select(number => Plan.Draw(Plan.Random(number))))
            Assert.Null(SlotCheck.Fault(lesson.Prompt, lesson.Reply, known));
        Assert.DoesNotContain(known, word => Regex.IsMatch(word, @"\d"));
    }
}
