using BitBuddy.Platform;

namespace BitBuddy.Tests.Platform;

public sealed class AccessTimesTests
{
    [Fact]
    public void AreKept_ByTheMountsOptions()
    {
        var access = AccessTimes.Of(
        [
            "29 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
            "30 29 8:2 / /home rw,noatime,nodiratime shared:2 - ext4 /dev/sda2 rw",
            "31 29 8:3 / /media/a\\040b ro,relatime - vfat /dev/sdb1 ro",
            "nonsense",
        ]);
        Assert.Equal([true, false, false, false], new ulong[] { 29, 30, 31, 32 }.Select(access.AreKept));
    }
}
