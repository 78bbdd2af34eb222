using BitBuddy.Platform;

namespace BitBuddy.Tests.Platform;

public sealed class ProcessorClockTests
{
    [Fact]
    public void Of_AThreadThatEnded_IsStillCounted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: only Linux has this clock.");
        var before = ProcessorClock.Of(Environment.ProcessId);
        var worked = 0.0;
        var thread = new Thread(() =>
        {
            while ((worked = ProcessorClock.Of(Environment.ProcessId)!.Value - before!.Value) < 20)
            {
            }
        });
        thread.Start();
        thread.Join();

        Assert.True(ProcessorClock.Of(Environment.ProcessId) >= before + worked);
    }

    [Fact]
    public void Of_NoSuchProcess_IsNull() => Assert.Null(ProcessorClock.Of(99_999_999));
}
