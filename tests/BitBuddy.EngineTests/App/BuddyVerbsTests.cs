namespace BitBuddy.EngineTests.App;

/// <summary>The verbs of <c>buddy</c>, as people use them.</summary>
public sealed class BuddyVerbsTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    private string FilePath => Path.Combine(_home.Home, "buddies", "Zoë", "personality.json");

    [Fact]
    public async Task Memory_ToldAskedAndErased_IsShownAsItIs()
    {
        await _home.MeetAsync("Zoë");
        await _home.RunAsync("folders", "add", _home.Files);
        foreach (var said in (string[])["call me Sam", "remember that the landlord wants the blue form", "how many pdfs do I have?"])
            Assert.Equal(0, (await _home.RunAsync("ask", said)).ExitCode);

        var memory = (await _home.RunAsync("buddy", "memory", "Zoë", "--json")).Json;
        Assert.Equal("Sam", memory["user_name"]!.GetValue<string>());
        Assert.Equal("how many pdfs do I have?", memory["asked"]![0]!["question"]!.GetValue<string>());
        var shown = await _home.RunAsync("buddy", "memory");
        Assert.Contains("1  you are called Sam", shown.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await _home.RunAsync("buddy", "memory", "correct", "1", "Max")).ExitCode);
        var refused = await _home.RunAsync("buddy", "memory", "forget", "2");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--yes", refused.Err, StringComparison.Ordinal);
        Assert.Equal(0, (await _home.RunAsync("buddy", "memory", "forget", "2", "--yes")).ExitCode);
        Assert.Equal(3, (await _home.RunAsync("buddy", "memory", "forget", "2", "--yes")).ExitCode);
        Assert.Equal(2, (await _home.RunAsync("buddy", "memory", "forget", "--yes")).ExitCode);
        shown = await _home.RunAsync("buddy", "memory");
        Assert.Contains("you are called Max", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("landlord", shown.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await _home.RunAsync("buddy", "memory", "forget", "--all", "--yes")).ExitCode);
        Assert.Equal("Zoë has not talked with you yet.", (await _home.RunAsync("buddy", "memory")).Out.Trim());
    }

    [Fact]
    public async Task NeverMention_AFolder_StatusSaysSoAndNoVerbShowsIt()
    {
        _home.Write("Private/hoard.pdf");
        _home.Write("a.pdf");
        await _home.RunAsync("folders", "add", _home.Files);
        Assert.Equal(0, (await _home.RunAsync("ask", "never mention the folder Private")).ExitCode);

        Assert.Equal(3, (await _home.RunAsync("find", "hoard")).ExitCode);
        Assert.Equal(1, (await _home.RunAsync("ask", "how many pdfs", "--json")).Json["facts"]!["count"]!.GetValue<int>());
        Assert.Contains("Never mentioned, as you asked, and in none of these numbers: Private.", (await _home.RunAsync("status")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await _home.RunAsync("ask", "how many pdfs", "--folder", Path.Combine(_home.Files, "Private"))).ExitCode);
        Assert.Equal(1, (await _home.RunAsync("index", "--json")).Json["files"]!.GetValue<int>());

        Assert.Equal(0, (await _home.RunAsync("buddy", "memory", "mention", "private")).ExitCode);
        Assert.Equal(0, (await _home.RunAsync("find", "hoard")).ExitCode);
    }

    [Fact]
    public async Task Edit_BrokenAndThenMended_SaysWhatIsWrongAndKeepsTheFile()
    {
        Machine.NeedsLinux();
        await _home.MeetAsync("Zoë");

        var broken = await _home.ShellAsync("VISUAL='f() { sed -i s/humor/humour/ \"$1\"; }; f' $APP buddy edit");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("\"humour\" is not a field", broken.Err, StringComparison.Ordinal);
        Assert.Contains("humour", await File.ReadAllTextAsync(FilePath), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.GetFullPath("../../personality.schema.json", Path.GetDirectoryName(FilePath)!)));

        Assert.Equal(0, (await _home.ShellAsync("unset VISUAL; EDITOR='sed -i s/humour/humor/' $APP buddy edit Zoë")).ExitCode);
        var failed = await _home.ShellAsync("unset VISUAL; EDITOR=false $APP buddy edit");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("$EDITOR", failed.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_AtATerminal_OffersToEditAgain()
    {
        PseudoTerminal.IsNeeded();
        await _home.MeetAsync("Zoë");
        using var terminal = new PseudoTerminal(columns: 200);
        var script = "n=0; [ -e once ] && n=1; touch once; if [ $n = 0 ]; then sed -i s/humor/humour/ \"$1\"; else sed -i s/humour/humor/ \"$1\"; fi";
        await File.WriteAllTextAsync(Path.Combine(_home.Root, "editor.sh"), script);

        using var edit = terminal.Start(_home, "EDITOR='sh editor.sh' VISUAL= exec \"$APP\" buddy edit");
        await terminal.ReadUntilAsync("Edit it again? [Y/n]");
        terminal.Type("\r");
        await terminal.ReadUntilAsync("All is well");
        await edit.WaitForExitAsync();

        Assert.Equal(0, edit.ExitCode);
    }

    [Fact]
    public async Task ExportImportRenameForget_ABuddy_TravelsAndGoes()
    {
        await _home.MeetAsync("Zoë");
        await _home.RunAsync("ask", "call me Sam");

        var exported = await _home.RunAsync("buddy", "export", "Zoë", "zoë.json");
        Assert.Equal(0, exported.ExitCode);
        Assert.Equal(1, (await _home.RunAsync("buddy", "export", "Zoë", "zoë.json")).ExitCode);
        Assert.Equal(0, (await _home.RunAsync("buddy", "import", "zoë.json", "--name", "Ada")).ExitCode);
        Assert.Equal("Sam", (await _home.RunAsync("buddy", "memory", "Ada", "--json")).Json["user_name"]!.GetValue<string>());
        Assert.Equal(0, (await _home.RunAsync("buddy", "rename", "Ada", "Eve")).ExitCode);
        Assert.Equal(2, (await _home.RunAsync("buddy", "forget", "Eve")).ExitCode);
        Assert.Equal(0, (await _home.RunAsync("buddy", "forget", "Eve", "--yes")).ExitCode);
        Assert.Equal(3, (await _home.RunAsync("buddy", "show", "Eve")).ExitCode);
        Assert.Equal(3, (await _home.RunAsync("buddy", "import", "nowhere.json")).ExitCode);
        Assert.Equal("Zoë", Assert.Single((await _home.RunAsync("buddy", "list", "--json")).Json["buddies"]!.AsArray())!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Folders_OfABuddysOwn_AreShownAndTakenBack()
    {
        _home.Write("Projects/a.cs");
        _home.Write("Pictures/b.jpg");
        await _home.RunAsync("folders", "add", _home.Files);
        Assert.Equal(0, (await _home.RunAsync("buddy", "meet", "Code", "--folder", Path.Combine(_home.Files, "Projects"))).ExitCode);

        async Task<int> CountAsync() => (await _home.RunAsync("ask", "how many files", "--buddy", "Code", "--json")).Json["facts"]!["count"]!.GetValue<int>();
        Assert.Equal(1, await CountAsync());
        // The only buddy there is, so it is the one that `find` asks.
        Assert.Equal(1, (await _home.RunAsync("find", "files", "--json")).Json["count"]!.GetValue<int>());
        Assert.Equal(0, (await _home.RunAsync("buddy", "folders", "Code", "add", Path.Combine(_home.Files, "Pictures"))).ExitCode);
        Assert.Equal(2, await CountAsync());
        Assert.Contains("Pictures", (await _home.RunAsync("buddy", "folders", "Code")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _home.RunAsync("buddy", "folders", "Code", "remove", Path.Combine(_home.Files, "Pictures"))).ExitCode);
        Assert.Equal(1, await CountAsync());
        Assert.Equal(3, (await _home.RunAsync("buddy", "folders", "Code", "remove", Path.Combine(_home.Files, "Pictures"))).ExitCode);
        Assert.Equal(2, (await _home.RunAsync("buddy", "folders", "Code", "add")).ExitCode);
    }
}
