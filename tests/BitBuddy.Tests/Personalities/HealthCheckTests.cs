using BitBuddy.Personalities;

namespace BitBuddy.Tests.Personalities;

public sealed class HealthCheckTests : IDisposable
{
    private readonly TempHome _temp = new();

    public void Dispose() => _temp.Dispose();

    private Mood Look(int folders, params string[] troubles) =>
        new HealthCheck(_temp.Home).Look(folders, (3, 9), "My brain", troubles).Mood;

    [Fact]
    public void Look_NothingOff_IsHealthy() => Assert.Equal(MoodState.Healthy, Look(1).State);

    [Fact]
    public void Look_NoFolder_IsConfused() => Assert.Equal(MoodState.Confused, Look(0).State);

    [Fact]
    public void Look_Trouble_IsSickWithTheWorstCause() => Assert.Equal(new Mood(MoodState.Sick, "my brain cannot be used"), Look(1, "my brain cannot be used", "x"));

    [Fact]
    public void Look_Numbers_AreThoseGivenAndTheDisks()
    {
        var health = new HealthCheck(_temp.Home).Look(2, (3, 9), "My brain", []);

        Assert.Equal((3L, 9L, 2, "My brain"), (health.Files, health.Bytes, health.Folders, health.Brain));
        Assert.InRange(health.DiskFree, 1, health.DiskTotal);
    }

    [Theory]
    [InlineData(100_000_000, 250_000_000_000, MoodState.Critical, "the disk is 99 % full")]
    [InlineData(900_000_000, 250_000_000_000, MoodState.Sick, "the disk is 99 % full")]
    [InlineData(50_000_000_000, 250_000_000_000, MoodState.Healthy, "everything is fine")]
    [InlineData(0, 0, MoodState.Healthy, "everything is fine")]
    public void MoodOf_Disk_IsSeen(long free, long total, MoodState state, string because) =>
        Assert.Equal(new Mood(state, because), HealthCheck.MoodOf(free, total, 1, []));
}
