using BitBuddy.Files;
using FsCheck;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Files;

public sealed class ScanPropertyTests
{
    [Property(MaxTest = 25)]
    public void ScanAsync_AfterAnyChanges_EqualsAScanFromNothing(PositiveInt seed, PositiveInt steps)
    {
        using var tree = new TestTree();
        var random = new Random(seed.Get);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < Math.Min(steps.Get, 40); i++)
                Change(tree, random);
            tree.ScanAsync().GetAwaiter().GetResult();
            using var fresh = FileIndex.Open(null, tree.Clock);
            new FileScan(fresh, null).ScanAsync(tree.Root, null, CancellationToken.None).GetAwaiter().GetResult();
            Assert.Equal(TestTree.Rows(fresh), tree.Rows());
            foreach (var file in fresh.Search(FileQuery.Everything, 100, CancellationToken.None).Files)
                Assert.Contains(tree.Find(file.Name).Files, found => found.Path == file.Path);
        }
    }

    private static void Change(TestTree tree, Random random)
    {
        string Folder() => tree.At(string.Join('/', Enumerable.Range(0, random.Next(3)).Select(_ => "d" + random.Next(3))));
        var path = Path.Combine(Folder(), $"file {random.Next(6)}.{(random.Next(2) == 0 ? "txt" : "Ünknown")}");
        var other = Path.Combine(Folder(), $"file {random.Next(6)}.pdf");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        switch (random.Next(5))
        {
            case 0 or 1:
                File.WriteAllText(path, new string('x', random.Next(20)));
                break;
            case 2 when File.Exists(path):
                File.Delete(path);
                break;
            case 3 when File.Exists(path):
                File.Move(path, other, overwrite: true);
                break;
            case 4 when Directory.Exists(tree.At("d0")) && random.Next(3) == 0:
                Directory.Move(tree.At("d0"), tree.At("m" + random.Next()));
                break;
        }
    }
}
