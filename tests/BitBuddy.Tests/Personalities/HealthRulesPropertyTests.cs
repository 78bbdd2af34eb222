using BitBuddy.Personalities;
using BitBuddy.Tests.Conversation;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Personalities;

public sealed class HealthRulesPropertyTests
{
    private const long Enter = 1_000_000_000;
    private const long Leave = 1_250_000_000;

    [Property(MaxTest = 500)]
    public void Judge_AnyWalkOfTheDisk_ChangesOnlyWhereAWholeBandWasCrossed(int seed)
    {
        var random = new SeededRandom(seed);
        var rules = new HealthRules(Sample.Clock());
        IReadOnlySet<HealthMark> marks = new HashSet<HealthMark>();
        var expected = false;
        for (var step = 0; step < 100; step++)
        {
            var free = random.Between(700, 1_500) * 1_000_000L;
            expected = free < Enter || (free < Leave && expected);

            (var causes, marks) = rules.Judge(new HealthSigns { DiskFree = free, DiskTotal = 250_000_000_000, Folders = 1 }, marks);

            Assert.Equal(expected, causes.Any(cause => cause.Kind == CauseKind.DiskLow));
        }
    }

    [Property(MaxTest = 500)]
    public void Judge_ValuesThatTrembleWithinTheBands_NeverFlicker(int seed, bool wasIll)
    {
        var random = new SeededRandom(seed);
        var rules = new HealthRules(Sample.Clock());
        IReadOnlySet<HealthMark> marks = wasIll ? Enum.GetValues<HealthMark>().ToHashSet() : new HashSet<HealthMark>();
        for (var step = 0; step < 20; step++)
        {
            var signs = new HealthSigns
            {
                DiskFree = random.Between(201, 299) * 1_000_000L, DiskTotal = 1_000_000_000, FreeMemory = random.Between(151, 299) * 1_000_000L, Folders = 1,
                IndexAsOf = Sample.Now.AddMinutes(-random.Between((12 * 60) + 1, (24 * 60) - 1)),
            };
            (_, marks) = rules.Judge(signs, marks);
            Assert.Equal(wasIll, marks.Contains(HealthMark.DiskCritical));
            Assert.Equal(wasIll, marks.Contains(HealthMark.MemoryTight));
            Assert.Equal(wasIll, marks.Contains(HealthMark.IndexStale));
        }
    }
}
