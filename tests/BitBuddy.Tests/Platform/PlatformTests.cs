using System.Text;
using BitBuddy.Platform;
using BitBuddy.Tests.Files;

namespace BitBuddy.Tests.Platform;

public sealed class PlatformTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Folder_NativeAndManagedAgree()
    {
        File.WriteAllText(At("a.txt"), "12345");
        Directory.CreateDirectory(At("sub"));
        File.CreateSymbolicLink(At("link"), At("a.txt"));
        List<DirectoryItem> native = [], managed = [];
        Assert.Equal(ReadOutcome.Ok, DirectoryReader.Read(Bytes(_folder), null, native, out var self));
        Assert.Equal(ReadOutcome.Ok, ManagedFiles.Read(Bytes(_folder), managed, out _));
        Assert.Equal(ItemType.Folder, self.Type);
        static IEnumerable<string> Show(List<DirectoryItem> items) => items.Select(i => $"{Encoding.UTF8.GetString(i.Name)} {i.Type} {i.Bytes} {i.ModifiedNs / 100}").Order(StringComparer.Ordinal);
        Assert.Equal(Show(native), Show(managed));
        Assert.Equal(3, native.Count);
    }

    [Fact]
    public void Read_WrongPlaces_SayWhatTheyAre()
    {
        File.WriteAllText(At("file"), "");
        Directory.CreateSymbolicLink(At("link"), _folder);
        Assert.Equal(ReadOutcome.Missing, DirectoryReader.Read(Bytes(At("missing")), null, [], out _));
        Assert.Equal(ReadOutcome.NotAFolder, DirectoryReader.Read(Bytes(At("file")), null, [], out _));
        Assert.Equal(ReadOutcome.NotAFolder, DirectoryReader.Read(Bytes(At("link")), 1, [], out _));
        Assert.Equal(ReadOutcome.Pseudo, DirectoryReader.Read("/proc"u8, null, [], out _));
        Assert.Equal(ReadOutcome.Pseudo, DirectoryReader.Read("/sys"u8, 1, [], out _));
        Assert.Equal(ReadOutcome.Missing, ManagedFiles.Read(Bytes(At("missing")), [], out _));
        Assert.Equal(ReadOutcome.NotAFolder, ManagedFiles.Read(Bytes(At("file")), [], out _));
    }

    [Fact]
    public void Of_File_SameIdentityAfterRename()
    {
        File.WriteAllText(At("a"), "123");
        Assert.Equal(ReadOutcome.Ok, FileStat.Of(Bytes(At("a")), out var before));
        File.Move(At("a"), At("b"));
        Assert.Equal(ReadOutcome.Missing, FileStat.Of(Bytes(At("a")), out _));
        FileStat.Of(Bytes(At("b")), out var after);
        Assert.Equal(before, after);
        Assert.InRange(after.Identity, 1, (1L << 53) - 1);
        Assert.Equal((File.GetLastWriteTimeUtc(At("b")) - DateTime.UnixEpoch).Ticks, after.ModifiedNs / 100);
    }

    [Fact]
    public void Head_FileLinkAndDevice_OnlyFilesAreRead()
    {
        File.WriteAllText(At("a"), "%PDF-1.7");
        File.CreateSymbolicLink(At("link"), At("a"));
        var head = new byte[4];
        Assert.Equal(4, FileHead.Read(Bytes(At("a")), head));
        Assert.Equal("%PDF"u8.ToArray(), head);
        Assert.Equal(0, FileHead.Read(Bytes(At("link")), head));
        Assert.Equal(0, FileHead.Read("/dev/zero"u8, head));
        Assert.Equal(0, FileHead.Read(Bytes(At("missing")), head));
    }

    [Fact]
    public void Write_NewAndExisting_ReplacesWholeAndPrivate()
    {
        AtomicFile.Write(At("x"), "old and long"u8);
        AtomicFile.Write(At("x"), "new"u8);
        Assert.Equal("new", File.ReadAllText(At("x")));
        TestTree.AssertMode(At("x"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Write_NoSuchFolder_SaysSoAndLeavesNothing()
    {
        Directory.CreateDirectory(At("taken"));
        Assert.Contains("could not be written", Assert.Throws<BuddyException>(() => AtomicFile.Write(At("no/x"), "a"u8)).Message);
        Assert.Throws<BuddyException>(() => AtomicFile.Write(At("taken"), "a"u8));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Create_Folders_AreTheUsersAlone()
    {
        PrivateFolder.Create(At("one/two"));
        TestTree.AssertMode(At("one/two"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(At("file"), "");
        Assert.Throws<BuddyException>(() => PrivateFolder.Create(At("file/sub")));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path);
}
