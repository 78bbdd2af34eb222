using BitBuddy.Brains;
using BitBuddy.Personalities;
using BitBuddy.Tests.Conversation;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Personalities;

public sealed class HealthCheckTests : IDisposable
{
    private const long Giga = 1_000_000_000;
    private static readonly HealthSigns Well = new() { DiskFree = 100 * Giga, DiskTotal = 250 * Giga, FreeMemory = 4 * Giga, Folders = 1, IndexAsOf = Sample.Now };

    private readonly TempHome _temp = new();
    private readonly FakeTimeProvider _clock = Sample.Clock();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Look_Numbers_AreThoseGivenAndTheDisks()
    {
        var health = new HealthCheck(_temp.Home, _clock).Look(Well with { Folders = 2 }, (3, 9), "My brain");

        Assert.Equal((3L, 9L, 2, "My brain"), (health.Files, health.Bytes, health.Folders, health.Brain));
        Assert.InRange(health.DiskFree, 1, health.DiskTotal);
    }

    [Theory]
    [InlineData(100_000_000, 250_000_000_000, MoodState.Critical, "the disk is 99 % full")]
    [InlineData(900_000_000, 250_000_000_000, MoodState.Sick, "the disk is 99 % full")]
    [InlineData(900_000_000, 4_000_000_000, MoodState.Healthy, "everything is fine")]
    [InlineData(50_000_000_000, 250_000_000_000, MoodState.Healthy, "everything is fine")]
    [InlineData(0, 0, MoodState.Healthy, "everything is fine")]
    public void Judge_Disk_IsSeen(long free, long total, MoodState state, string because)
    {
        var mood = Judge(Well with { DiskFree = free, DiskTotal = total });
        Assert.Equal((state, because), (mood.State, mood.Because));
    }

    public static TheoryData<string, MoodState, string, string> Causes() => new()
    {
        { "memory", MoodState.Sick, "this computer's memory is nearly used up", "let my brain rest with `bitbuddy brain sleep`" },
        { "engine", MoodState.Sick, "the engine for my brain is not installed", "see what is missing with `bitbuddy doctor`" },
        { "missing", MoodState.Sick, "my brain's file is gone", "choose another with `bitbuddy brain use ID`" },
        { "damaged", MoodState.Sick, "my brain cannot be used", "bring in a sound one with `bitbuddy brain import FILE`" },
        { "crashing", MoodState.Sick, "my brain keeps stopping", "try it again with `bitbuddy brain wake`" },
        { "stopped", MoodState.Confused, "the download of “tiny.gguf” stopped half way", "go on with `bitbuddy brain pull ID`, or give it up with `bitbuddy brain rm ID`" },
        { "away", MoodState.Sick, "the folders “Photos” and “a\\u{202e}b” are not there now", "bring the disk back, or run `bitbuddy folders remove DIR`" },
        { "unread", MoodState.Confused, "the folder “Music” is not read to the end yet", "run `bitbuddy index`" },
        { "stale", MoodState.Confused, "my last full look at your folders was on 14 June", "run `bitbuddy index`" },
        { "no folder", MoodState.Confused, "I know no folder yet", "add one with `bitbuddy folders add DIR`" },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void Judge_EachCause_HasAPlainWordAndAStep(string what, MoodState state, string because, string cure)
    {
        var mood = Judge(what switch
        {
            "memory" => Well with { FreeMemory = 100_000_000, HasBrain = true },
            "engine" => Well with { Brain = BrainTrouble.NoEngine },
            "stopped" => Well with { Stopped = "tiny.gguf" },
            "missing" => Well with { Brain = BrainTrouble.Missing },
            "damaged" => Well with { Brain = BrainTrouble.Damaged },
            "crashing" => Well with { Brain = BrainTrouble.Crashing },
            "away" => Well with { Away = ["Photos", "a\u202Eb"], IndexAsOf = Sample.Now.AddDays(-3) },
            "unread" => Well with { Unread = ["Music"] },
            "stale" => Well with { IndexAsOf = Sample.Now.AddDays(-3) },
            _ => Well with { Folders = 0 },
        });

        Assert.Equal((state, because, cure), (mood.State, mood.Because, mood.Cure));
        Assert.Single(mood.Causes);
    }

    [Fact]
    public void Judge_SeveralCauses_TheWorstLeadsAndAllAreThere()
    {
        var mood = Judge(Well with { Unread = ["Music"], Away = ["Photos"], Brain = BrainTrouble.Missing, DiskFree = 1 });

        Assert.Equal((MoodState.Critical, "the disk is 99 % full"), (mood.State, mood.Because));
        Assert.Equal([CauseKind.DiskLow, CauseKind.BrainMissing, CauseKind.FolderAway, CauseKind.FolderUnread], mood.Causes.Select(cause => cause.Kind));
    }

    [Fact]
    public void Judge_NearALimit_StaysAsItWasAlsoInTheNextProcess()
    {
        Assert.Equal(MoodState.Healthy, Judge(Well with { DiskFree = 1_100_000_000 }).State);
        Assert.Equal(MoodState.Sick, Judge(Well with { DiskFree = 990_000_000 }).State);
        Assert.Equal(MoodState.Sick, Judge(Well with { DiskFree = 1_100_000_000 }).State);
        Assert.Equal(MoodState.Healthy, Judge(Well with { DiskFree = 1_300_000_000 }).State);
        Assert.Equal(MoodState.Healthy, Judge(Well with { DiskFree = 1_100_000_000 }).State);
    }

    [Fact]
    public void Judge_AsTimePasses_TheIndexGrowsStaleAndIsFreshOnlyWhenLookedAt()
    {
        Assert.Equal(MoodState.Healthy, Judge(Well).State);
        _clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(MoodState.Confused, Judge(Well).State);
        Assert.Equal(MoodState.Confused, Judge(Well with { IndexAsOf = _clock.GetUtcNow().AddHours(-20) }).State);
        Assert.Equal(MoodState.Healthy, Judge(Well with { IndexAsOf = _clock.GetUtcNow().AddHours(-1) }).State);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"in_force\":[\"Nonsense\"]}")]
    [InlineData("null")]
    public void Judge_ABrokenFile_MeansNothingWasInForce(string broken)
    {
        Directory.CreateDirectory(_temp.Home.Root);
        File.WriteAllText(_temp.Home.HealthFile, broken);

        Assert.Equal(MoodState.Healthy, Judge(Well with { DiskFree = 1_100_000_000 }).State);
    }

    [Fact]
    public void Judge_ABrokenHome_StillRemembersWithinTheProcess()
    {
        File.WriteAllText(_temp.Home.Root, "a file where the home should be");
        var check = new HealthCheck(_temp.Home, _clock);

        Assert.Equal(MoodState.Sick, check.Judge(Well with { DiskFree = 990_000_000 }, (0, 0), null).Mood.State);
        Assert.Equal(MoodState.Sick, check.Judge(Well with { DiskFree = 1_100_000_000 }, (0, 0), null).Mood.State);
    }

    // A new check each time, as in a one-shot.
    private Mood Judge(HealthSigns signs) => new HealthCheck(_temp.Home, _clock).Judge(signs, (3, 9), null).Mood;
}
