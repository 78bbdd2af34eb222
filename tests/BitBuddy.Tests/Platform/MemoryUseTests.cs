using System.Runtime.CompilerServices;
using BitBuddy.Platform;

namespace BitBuddy.Tests.Platform;

public class MemoryUseTests
{
    [Fact]
    public void GiveBack_HeapNoLongerUsed_ReturnsToTheSystem()
    {
        Fill();
        var before = GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
        Assert.True(before > 200_000_000, $"{before} bytes were held");
        MemoryUse.GiveBack();
        var after = GC.GetGCMemoryInfo(GCKind.FullBlocking).TotalCommittedBytes;
        Assert.True(after < before - 150_000_000, $"{before} bytes were held, then {after}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill()
    {
        var held = Enumerable.Range(0, 256).Select(_ => new byte[1 << 20]).ToList();
        GC.Collect(0);
        GC.KeepAlive(held);
    }
}
