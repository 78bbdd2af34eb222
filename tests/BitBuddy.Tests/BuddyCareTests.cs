using System.Text;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy.Tests;

public sealed class BuddyCareTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly TempHome _elsewhere = new();
    private readonly BuddyHost _host;
    private readonly BuddyHost _other;

    public BuddyCareTests()
    {
        _host = new BuddyHost(_temp.Home, null, TimeProvider.System);
        _other = new BuddyHost(_elsewhere.Home, null, TimeProvider.System);
        _host.Meet("Zoë", "nova", 1);
    }

    private string Archive => Path.Combine(_temp.Root, "Zoë.buddy.json");

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _other.DisposeAsync();
        _temp.Dispose();
        _elsewhere.Dispose();
    }

    private static async Task<string> AskAsync(BuddyHost host, string name, string question)
    {
        var folders = await host.PrepareAsync([], null, CancellationToken.None, name);
        Reply? reply = null;
        await foreach (var part in host.Buddy(name).AskAsync(new Question(question) { Folders = folders }))
            reply = (part as ReplyPart.Done)?.Reply ?? reply;
        return reply!.Text;
    }

    [Fact]
    public async Task Rename_ABuddy_KeepsItsFileWordForWordAndItsMemory()
    {
        var path = _host.Buddies.Get("Zoë").PersonalityPath;
        var own = "\uFEFF{\n\t\"humor\" : 3,\n\t\"quirks\": { \"preferred_time\": \"night\" },  \"name\":\"Zoë\" }\n";
        File.WriteAllText(path, own);
        await AskAsync(_host, "Zoë", "call me Sam");
        _host.Folders.Give("Zoë", Directory.CreateDirectory(Path.Combine(_temp.Root, "Pictures")).FullName);

        var renamed = _host.Care.Rename("zoë", "Ada 2");

        Assert.Equal(own.Replace("\"Zoë\"", "\"Ada 2\"", StringComparison.Ordinal), Encoding.UTF8.GetString(File.ReadAllBytes(renamed.PersonalityPath)));
        Assert.Equal(("Ada 2", "Sam"), (_host.Config.Load().Buddy, _host.Memories.Of(renamed).UserName));
        Assert.Equal([Path.Combine(_temp.Root, "Pictures")], _host.Folders.Of("Ada 2"));
        Assert.Null(_host.Buddies.Find("Zoë"));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("CON")]
    [InlineData("ADA")]
    public void Rename_ToWhatCannotBe_ChangesNothing(string to)
    {
        _host.Meet("Ada", "slate", 2);

        Assert.Throws<BuddyException>(() => _host.Care.Rename("Zoë", to));

        Assert.Equal(["Ada", "Zoë"], _host.Buddies.List().Select(folder => PersonalityFile.Load(folder.PersonalityPath).Name));
    }

    [Fact]
    public async Task Import_WhatWasExported_IsTheSameBuddyElsewhere()
    {
        await AskAsync(_host, "Zoë", "call me Sam");
        await AskAsync(_host, "Zoë", "remember that the landlord wants “the blue form”");
        await AskAsync(_host, "Zoë", "never mention Private");
        await AskAsync(_host, "Zoë", "how many pdfs do I have?");

        _host.Care.Export("Zoë", Archive);
        var imported = _other.Care.Import(Archive, name: null);

        var (before, after) = (_host.Memories.Of(_host.Buddies.Get("Zoë")), _other.Memories.Of(imported));
        Assert.Equal(before.Told.Select(told => told with { Id = 0 }), after.Told.Select(told => told with { Id = 0 }));
        Assert.Equal(before.Growth, after.Growth);
        Assert.Equal(["how many pdfs do I have?"], _other.Memories.Asked(imported, 10).Select(asked => asked.Question));
        Assert.Equivalent(PersonalityFile.Load(_host.Buddies.Get("Zoë").PersonalityPath), PersonalityFile.Load(imported.PersonalityPath));
        Assert.DoesNotContain("Private", File.ReadAllText(Archive), StringComparison.Ordinal);
        Assert.Empty(after.Hidden);
        Assert.Equal("Zoë", _other.Config.Load().Buddy);
        Assert.Throws<BuddyException>(() => _other.Care.Import(Archive, name: "ZOË"));
        Assert.Equal("Ada", PersonalityFile.Load(_other.Care.Import(Archive, "Ada").PersonalityPath).Name);
    }

    [Fact]
    public void Export_WhereAFileIsAlready_LeavesIt()
    {
        File.WriteAllText(Archive, "mine");

        Assert.Contains("already", Assert.Throws<BuddyException>(() => _host.Care.Export("Zoë", Archive)).Message, StringComparison.Ordinal);

        Assert.Equal("mine", File.ReadAllText(Archive));
    }

    public static TheoryData<string, string> Hostile()
    {
        var good = "{ \"bit_buddy\": 1, \"personality\": { \"name\": \"Eve\" }, \"met\": \"2026-01-02T03:04:05Z\", \"days\": 1, \"questions\": 2, \"told\": [], \"asked\": [] }";
        string With(string from, string to) => good.Replace(from, to, StringComparison.Ordinal);
        return new()
        {
            { "a name that climbs", With("Eve", "../../Eve") },
            { "a name with a slash", With("Eve", "a/b") },
            { "an absolute name", With("Eve", "/tmp/Eve") },
            { "a device's name", With("Eve", "NUL") },
            { "a name of escapes", With("Eve", "\\u001b[2J") },
            { "a name of bidi marks", With("Eve", "E\\u202eve") },
            { "no personality", With("\"personality\": { \"name\": \"Eve\" },", "") },
            { "a personality that is a text", With("{ \"name\": \"Eve\" }", "\"Eve\"") },
            { "an unknown trait", With("\"Eve\" }", "\"Eve\", \"tools\": [] }") },
            { "a trait of the wrong type", With("\"Eve\" }", "\"Eve\", \"humor\": \"rm -rf\" }") },
            { "a member twice", With("\"days\": 1,", "\"days\": 1, \"days\": 1,") },
            { "a trait twice", With("\"Eve\" }", "\"Eve\", \"name\": \"Mallory\" }") },
            { "an unknown member", With("\"days\": 1,", "\"days\": 1, \"path\": \"/etc/passwd\",") },
            { "no version", With("\"bit_buddy\": 1,", "") },
            { "a newer version", With("\"bit_buddy\": 1", "\"bit_buddy\": 2") },
            { "numbers below nothing", With("\"days\": 1", "\"days\": -1") },
            { "numbers beyond all", With("\"questions\": 2", "\"questions\": 99999999999999999999") },
            { "more days than questions", With("\"days\": 1", "\"days\": 9") },
            { "questions and no meeting", With("\"2026-01-02T03:04:05Z\"", "null") },
            { "a date that is none", With("2026-01-02T03:04:05Z", "yesterday") },
            { "told null", With("\"told\": []", "\"told\": null") },
            { "told nothing", With("\"told\": []", "\"told\": [null]") },
            { "told of no kind", With("\"told\": []", "\"told\": [{ \"kind\": \"3\", \"what\": \"\", \"text\": \"x\", \"at\": \"2026-01-02T03:04:05Z\" }]") },
            { "told an order to the screen", With("\"told\": []", "\"told\": [{ \"kind\": \"Note\", \"what\": \"\", \"text\": \"\\u001b]52;c;x\\u0007\", \"at\": \"2026-01-02T03:04:05Z\" }]") },
            { "told too long", With("\"told\": []", $"\"told\": [{{ \"kind\": \"Note\", \"what\": \"\", \"text\": \"{new string('x', 5000)}\", \"at\": \"2026-01-02T03:04:05Z\" }}]") },
            { "told too much", With("\"told\": []", $"\"told\": [{string.Join(",", Enumerable.Repeat("{ \"kind\": \"Note\", \"what\": \"\", \"text\": \"x\", \"at\": \"2026-01-02T03:04:05Z\" }", 300))}]") },
            { "asked of no intent", With("\"asked\": []", "\"asked\": [{ \"intent\": \"Delete\", \"question\": \"x\", \"at\": \"2026-01-02T03:04:05Z\" }]") },
            { "asked too long", With("\"asked\": []", $"\"asked\": [{{ \"intent\": \"Find\", \"question\": \"{new string('x', 5000)}\", \"at\": \"2026-01-02T03:04:05Z\" }}]") },
            { "deep nesting", With("{ \"name\": \"Eve\" }", new string('[', 10_000) + new string(']', 10_000)) },
            { "half a file", good[..^20] },
            { "more behind it", good + good },
            { "a zip", "PK\u0003\u0004../../evil" },
            { "a list", "[]" },
            { "null", "null" },
            { "nothing", "" },
            { "half a character", With("Eve", "\\ud800") },
            { "larger than any buddy", With("Eve", new string('E', BuddyArchive.MaxBytes)) },
        };
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Import_Hostile_IsOneSentenceAndChangesNothing(string what, string json)
    {
        File.WriteAllText(Archive, json);
        _other.Meet("Here", "slate", 3);
        Assert.Empty(_other.Folders.Of("Here"));
        var before = Everything(_elsewhere.Root);

        var e = Assert.Throws<BuddyException>(() => _other.Care.Import(Archive, name: null));

        Assert.True(e.Message.Length is > 20 and < 600 && Display.Line(e.Message) == e.Message, $"{what}: {e.Message}");
        Assert.Equal(before, Everything(_elsewhere.Root));
    }

    [Fact]
    public void Import_WhatIsNoFile_IsASentence()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var path in (string[])["/dev/zero", "/dev/null", _temp.Root, Path.Combine(_temp.Root, "not there")])
            Assert.Throws<BuddyException>(() => _other.Care.Import(path, name: null));
        File.CreateSymbolicLink(Archive, "/dev/zero");
        Assert.Throws<BuddyException>(() => _other.Care.Import(Archive, name: null));
        using var fifo = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_temp.Root, "fifo")])!;
        fifo.WaitForExit();
        Assert.Throws<BuddyException>(() => _other.Care.Import(Path.Combine(_temp.Root, "fifo"), name: null));
    }

    [Fact]
    public async Task Forget_ABuddy_NothingOfItIsLeft()
    {
        await AskAsync(_host, "Zoë", "remember that Rumpelstiltskin owes me gold");
        _temp.Write("home/states/old.state", [1]);
        _host.Meet("Ada", "slate", 2);
        var folder = _host.Buddies.Get("Zoë").Path;

        await _host.Care.ForgetAsync("zoë");

        Assert.False(Directory.Exists(folder));
        Assert.Equal(["Ada"], _host.Buddies.List().Select(buddy => buddy.Name));
        Assert.Null(_host.Config.Load().Buddy);
        Assert.Empty(Directory.GetFiles(_temp.Home.States));
        Assert.Equal(ExitCode.NotFound, (await Assert.ThrowsAsync<BuddyException>(() => _host.Care.ForgetAsync("Zoë"))).ExitCode);
    }

    [Fact]
    public async Task Forget_WhereTheUserKeepsMore_LeavesThatAndSaysSo()
    {
        var mine = _temp.Write("home/buddies/Zoë/my notes.txt", [1]);

        await _host.Care.ForgetAsync("Zoë");

        Assert.Equal([mine], Directory.GetFiles(Path.GetDirectoryName(mine)!));
        Assert.Contains(_host.Notes.Take(), note => note.Contains("other files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_BuddiesWithFoldersOfTheirOwn_EachAnswersFromThem()
    {
        _temp.Write("Projects/a.cs", [1]);
        _temp.Write("Projects/b.cs", [1]);
        _temp.Write("Pictures/c.jpg", [1]);
        _host.Meet("Code", "slate", 2, [Path.Combine(_temp.Root, "Projects")]);
        _host.Meet("Photo", "citrus", 3, [Path.Combine(_temp.Root, "Pictures")]);

        Assert.Equal(2, await CountAsync("Code"));
        Assert.Equal(1, await CountAsync("Photo"));
        Assert.Equal(3, await CountAsync("Zoë"));
        Assert.Equal(2, _host.Health("Code").Files);

        _host.Folders.Take("Photo", Path.Combine(_temp.Root, "Pictures"));
        Assert.Equal(3, await CountAsync("Photo"));
        await _host.RemoveFolderAsync(Path.Combine(_temp.Root, "Projects"));
        Assert.Equal(1, await CountAsync("Code"));
    }

    private async Task<long?> CountAsync(string name)
    {
        var folders = await _host.PrepareAsync([], null, CancellationToken.None, name);
        await foreach (var part in _host.Buddy(name).AskAsync(new Question("how many files?") { Folders = folders }))
        {
            if (part is ReplyPart.FactsFound { Facts: var facts })
                return facts.Count;
        }

        return null;
    }

    private static List<string> Everything(string root) =>
        [.. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Select(path => $"{path} {(File.Exists(path) ? new FileInfo(path).Length : 0)}").Order(StringComparer.Ordinal)];
}
