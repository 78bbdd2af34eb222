using BitBuddy.Conversation;
using BitBuddy.Personalities;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.EngineTests.Conversation.Slots;

/// <summary>The judge believes the rules, which are true, and no lie.</summary>
public sealed class MeaningJudgeTests
{
    [Fact]
    public void Wrong_RepliesOfTheRules_AreMostlyRight()
    {
        var (random, voice) = (new Random(11), new RulesVoice(Clock()));
        List<string> complaints = [];
        var count = Proof.Size(10_000);
        for (var i = 0; i < count; i++)
        {
            var trial = Trial.Draw(i, random);
            var reply = voice.Say(trial.Intent, trial.Facts, trial.Personality, trial.Mood, random.Next(20));
            if ((MeaningJudge.Invented(trial, reply) ?? MeaningJudge.Wrong(trial, reply)) is { } wrong and not "does not say which end of the list")
                complaints.Add($"{trial.Topic}: {wrong}: {reply}");
        }

        Assert.True(complaints.Count <= count / 50, $"{complaints.Count} of {count}\n{string.Join('\n', complaints.Take(60))}");
    }

    [Theory]
    [InlineData(nameof(Topic.Count), "You have 3 files, 2 KB in all.")]
    [InlineData(nameof(Topic.Few), "No luck, I found nothing.")]
    [InlineData(nameof(Topic.Nothing), "Here it is, just where you left it.")]
    [InlineData(nameof(Topic.Bye), "Welcome back! What can I find?")]
    [InlineData(nameof(Topic.OffTopic), "I moved your files to the bin.")]
    [InlineData(nameof(Topic.NotYet), "Sure, done in a second.")]
    [InlineData(nameof(Topic.WhoAreYou), "I am your best friend.")]
    [InlineData(nameof(Topic.Duplicates), "No luck, nothing is there twice.")]
    [InlineData(nameof(Topic.NoDuplicates), "Oh yes, your files have many twins.")]
    [InlineData(nameof(Topic.Versions), "I found 2 sets of clones.")]
    [InlineData(nameof(Topic.NoVersions), "Not a single duplicate in sight.")]
    [InlineData(nameof(Topic.Stale), "All of them were used this morning.")]
    [InlineData(nameof(Topic.NoStale), "They sleep since ages.")]
    [InlineData(nameof(Topic.Tidy), "I cleaned up all of it for you.")]
    [InlineData(nameof(Topic.NoTidy), "What a mess, begin with the downloads.")]
    [InlineData(nameof(Topic.Summary), "It says something about money.")]
    [InlineData(nameof(Topic.Wordless), "It is a letter to your aunt.")]
    [InlineData(nameof(Topic.SumWhich), "Here it is.")]
    public void Wrong_Lies_AreSeen(string topic, string reply)
    {
        var trial = Trial.Draw((int)Enum.Parse<Topic>(topic), new Random(3));

        Assert.NotNull(MeaningJudge.Invented(trial, reply) ?? MeaningJudge.Wrong(trial, reply));
    }

    [Fact]
    public void Wrong_AnotherHealthOrOrder_IsSeen()
    {
        var random = new Random(5);
        foreach (var topic in (Topic[])[Topic.HowAreYou, Topic.Status, Topic.Smallest, Topic.Oldest])
        {
            var trial = Enumerable.Range(0, 50).Select(_ => Trial.Draw((int)topic, random)).First(trial => trial.Mood.State == MoodState.Sick);
            var truth = new RulesVoice(Clock()).Say(trial.Intent, trial.Facts, trial.Personality, trial.Mood, 0);
            var lie = topic switch
            {
                Topic.Smallest => truth + " It is the biggest of all.",
                Topic.Oldest => truth + " It is the newest of all.",
                _ => truth + " All good here, no complaints.",
            };

            Assert.NotNull(MeaningJudge.Wrong(trial, lie));
        }
    }

    private static FakeTimeProvider Clock()
    {
        var clock = new FakeTimeProvider(Trial.Now);
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        return clock;
    }
}
