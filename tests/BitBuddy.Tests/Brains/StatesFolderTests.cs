using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

public sealed class StatesFolderTests
{
    [Fact]
    public void Clear_StatesAndLeftovers_AreGone()
    {
        using var temp = new TempHome();
        Directory.CreateDirectory(temp.Home.States);
        File.WriteAllText(Path.Combine(temp.Home.States, "a.state"), "x");
        File.WriteAllText(Path.Combine(temp.Home.States, "b.tmp"), "x");

        StatesFolder.Clear(temp.Home);

        Assert.Empty(Directory.GetFileSystemEntries(temp.Home.States));
    }

    [Fact]
    public void Clear_NoFolderYet_DoesNothing()
    {
        using var temp = new TempHome();

        StatesFolder.Clear(temp.Home);

        Assert.False(Directory.Exists(temp.Home.States));
    }
}
