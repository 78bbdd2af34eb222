using System.Diagnostics;

namespace BitBuddy.EngineTests.App;

/// <summary>Contents as a user meets them: the built app, its process that reads files, real documents.</summary>
public sealed class ContentsTests : IDisposable
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    private void Copy(string name, string? to = null) => File.Copy(Path.Combine(Samples, name), Path.Combine(_home.Files, to ?? name));

    private static Dictionary<string, string> Reasons(AppRun problems) => problems.Json["problems"]!.AsArray()
        .ToDictionary(one => Path.GetFileName(one!["path"]!.GetValue<string>()), one => one!["reason"]!.GetValue<string>());

    [Fact]
    public async Task Index_EveryFormat_IsReadAndWhatCannotBeSaysWhy()
    {
        Machine.NeedsLinux();
        foreach (var sample in Directory.GetFiles(Samples))
            Copy(Path.GetFileName(sample));
        await File.WriteAllBytesAsync(Path.Combine(_home.Files, "cut.docx"), (await File.ReadAllBytesAsync(Path.Combine(Samples, "report.docx")))[..4000]);
        await File.WriteAllBytesAsync(Path.Combine(_home.Files, "empty.pdf"), []);
        await _home.RunAsync("folders", "add", _home.Files);

        var run = await _home.RunAsync("index", "--json");

        Assert.Equal(0, run.ExitCode);
        var contents = run.Json["contents"]!;
        Assert.Equal((4, 1), (contents["failed"]!.GetValue<int>(), contents["nothing"]!.GetValue<int>()));
        Assert.Equal(Directory.GetFiles(Samples).Length - 3, contents["read"]!.GetValue<int>());
        var reasons = Reasons(await _home.RunAsync("index", "--problems", "--json"));
        Assert.Equal("password", reasons["locked.pdf"]);
        Assert.Equal("password", reasons["locked.docx"]);
        Assert.Equal("password", reasons["locked.odt"]);
        Assert.Equal("damaged", reasons["cut.docx"]);
        // What failed is not tried again until it changes.
        Assert.Equal(0, (await _home.RunAsync("index", "--json")).Json["contents"]!["failed"]!.GetValue<int>());
    }

    [Fact]
    public async Task Index_FilesOfAHundredMegabytes_IsBoundedInTimeAndText()
    {
        Machine.NeedsLinux();
        var line = new string('a', 99) + "\n";
        await using (var text = new StreamWriter(Path.Combine(_home.Files, "large.txt")))
        {
            for (var i = 0; i < 1_000_000; i++)
                await text.WriteAsync(line);
        }

        Copy("report.pdf", "large.pdf");
        await using (var pdf = File.Open(Path.Combine(_home.Files, "large.pdf"), FileMode.Append))
            pdf.SetLength(100_000_000);
        await _home.RunAsync("folders", "add", _home.Files);

        var run = await _home.RunAsync("index", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(run.Json["contents"]!["characters"]!.GetValue<long>(), 2_000_000, 2_100_000);
        Assert.Equal("too_long", Reasons(await _home.RunAsync("index", "--problems", "--json"))["large.txt"]);
    }

    [Fact]
    public async Task FoldersRemove_AfterReading_LeavesNoWordInTheHome()
    {
        Machine.NeedsLinux();
        Copy("report.docx");
        await _home.RunAsync("folders", "add", _home.Files);
        await _home.RunAsync("index");
        Assert.Contains("nautical", Raw(), StringComparison.Ordinal);

        await _home.RunAsync("folders", "remove", _home.Files);

        Assert.DoesNotContain("nautical", Raw(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FoldersContentsOff_AfterReading_LeavesNamesAlone()
    {
        Machine.NeedsLinux();
        Copy("report.docx");
        await _home.RunAsync("folders", "add", _home.Files);
        await _home.RunAsync("index");

        Assert.Equal(0, (await _home.RunAsync("folders", "contents", "off", _home.Files)).ExitCode);
        await _home.RunAsync("index");

        Assert.DoesNotContain("nautical", Raw(), StringComparison.Ordinal);
        Assert.Equal(1, (await _home.RunAsync("find", "report", "--json")).Json["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Reader_WhoseParentIsGone_Ends()
    {
        Machine.NeedsLinux();
        using var reader = Process.Start(new ProcessStartInfo(AppHome.App, ["__reader", "77"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        reader.StandardInput.Close();

        await reader.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(reader.HasExited);
    }

    private string Raw() => string.Concat(Directory.GetFiles(_home.Home, "contents.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));
}
