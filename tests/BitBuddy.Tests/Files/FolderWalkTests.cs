using System.Runtime.InteropServices;
using BitBuddy.Files;

namespace BitBuddy.Tests.Files;

public sealed class FolderWalkTests : IDisposable
{
    private const int Nobody = 65534;
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Tree_FolderThatCannotBeRead_IsCountedAndTheRestIsRead()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux can give one thread other rights");
        _tree.Write("open/a.txt");
        _tree.Write("closed/b.txt");
        _tree.Shell("chmod 755 .. . open; chmod 700 closed");
        var tally = new ScanTally();
        var walk = new FolderWalk(null, _tree.Clock, tally);

        // Root may read everything: this thread looks with another user's eyes.
        var before = SetFileUser(Nobody);
        try
        {
            Assert.SkipUnless(before == 0, "needs root to become another user");
            _ = walk.Tree(new(null, "root"u8.ToArray(), PathText.Bytes(_tree.Root))).Count();
        }
        finally
        {
            _ = SetFileUser(before);
        }

        Assert.Equal((1, 2, 1), (tally.Files, tally.Folders, tally.Unreadable));
        Assert.Equal("1 could not be read", Assert.Single(tally.Result(default).Reasons));
    }

    [Fact]
    public void Read_FolderJustChanged_IsNotTrustedByItsDate()
    {
        _tree.Write("a.txt");
        var node = new FolderNode(null, "root"u8.ToArray(), PathText.Bytes(_tree.Root));
        Assert.Equal(IndexSchema.Unsure, new FolderWalk(null, TimeProvider.System, new()).Read(node).ModifiedNs);
        Assert.NotEqual(IndexSchema.Unsure, new FolderWalk(null, _tree.Clock, new()).Read(node).ModifiedNs);
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileUser(int user);
}
