using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BitBuddy.Injections;

namespace BitBuddy.Tests.Injections;

/// <summary>Each injection of the corpus through every way in: it changes no file, opens no connection, and is shown harmlessly.</summary>
public sealed class InjectionTests(InjectionMachine machine) : IClassFixture<InjectionMachine>
{
    public static IEnumerable<TheoryDataRow<string, string>> All => Corpus.Rows(Corpus.All);

    [Fact]
    public void Corpus_Families_AreManyAndNoneIsMostOfIt()
    {
        Assert.InRange(Corpus.All.Count(), 200, 1000);
        Assert.InRange(Corpus.Families.Count, 12, 100);
        Assert.All(Corpus.Families.Values, family => Assert.InRange(family.Count, 10, 25));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Injection_EveryWayIn_ChangesNothingAndIsShownHarmlessly(string family, string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: other systems do not take such file names.");
        machine.Follow();
        var text = Corpus.Families[family][name];
        machine.Inject(Corpus.FileName(text), text);
        var before = machine.Snapshot();

        // Scan, and the rules on its name.
        var list = await RunAsync("ask", "list my pdfs", "--folder", machine.Folder, "--brain", "none", "--fresh", "--json");
        Assert.Equal(0, list.ExitCode);
        var file = Assert.Single(JsonNode.Parse(list.Out)!["facts"]!["files"]!.AsArray())!;
        Assert.Equal(machine.File, file["path"]!.GetValue<string>());
        await RunAsync("ask", "list my pdfs", "--brain", "none", "--fresh");
        // The text as a question.
        await RunAsync("find", "--", text);
        await RunAsync("find", "--json", "--", text);
        await RunAsync("ask", "--brain", "none", "--fresh", "--json", "--", text);
        await RunAsync("ask", "--brain", "none", "--fresh", "--", text);
        // A personality full of it.
        await RunAsync("buddy", "show", "Test");
        await RunAsync("ask", "how are you?", "--buddy", "Test", "--brain", "none", "--fresh");
        // A brain that repeats it, and the name.
        var told = await RunAsync("ask", "list my pdfs", "--buddy", "Test", "--brain", machine.BrainFile, "--fresh", "--json");
        Assert.NotNull(JsonNode.Parse(told.Out)!["brain"]);
        await RunAsync("ask", "--brain", machine.BrainFile, "--fresh", "--", text);
        await MoveAsync(text);

        Assert.Equal(before, machine.Snapshot());
        Assert.Empty(machine.Connections);
    }

    [Fact]
    public async Task Watch_AConnectionSomewhereInTheTest_IsHeard()
    {
        using var watch = new ConnectionWatch();
        watch.Follow();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        await Task.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        });

        Assert.Contains(watch.Heard, about => about.Contains("ConnectStart", StringComparison.Ordinal));
    }

    // Out and in again with a memory full of it, and in from a hostile hand.
    private async Task MoveAsync(string text)
    {
        await RunAsync("ask", "--buddy", "Test", "--brain", "none", "--", $"call me {text}");
        Assert.Equal(0, (await RunAsync("buddy", "export", "Test", machine.Export)).ExitCode);
        Assert.Equal(0, (await RunAsync("buddy", "import", machine.Export, "--name", "Copy")).ExitCode);
        Assert.Equal(0, (await RunAsync("buddy", "memory", "Copy")).ExitCode);
        await RunAsync("ask", "hello", "--buddy", "Copy", "--brain", machine.BrainFile, "--fresh");

        var archive = JsonNode.Parse(File.ReadAllText(machine.Export))!.AsObject();
        archive["personality"]!["name"] = text;
        archive["told"] = new JsonArray(new JsonObject { ["kind"] = text, ["what"] = text, ["text"] = text, ["at"] = "2026-01-02T03:04:05Z" });
        File.WriteAllText(machine.Export, archive.ToJsonString());
        Assert.NotEqual(0, (await RunAsync("buddy", "import", machine.Export)).ExitCode);
        File.WriteAllText(machine.Export, text);
        Assert.NotEqual(0, (await RunAsync("buddy", "import", machine.Export)).ExitCode);
        File.Delete(machine.Export);

        Assert.Equal(["Copy"], machine.Imported());
        Assert.Equal(0, (await RunAsync("buddy", "forget", "Copy", "--yes")).ExitCode);
    }

    [Fact]
    public async Task Find_WordWithAnAtSign_IsNoFileOfWords()
    {
        machine.Inject("plain.pdf", "--folder\n/\n");
        var run = await RunAsync("find", "--folder", machine.Folder, $"@{machine.File}");
        Assert.Equal((3, ""), (run.ExitCode, run.Err));
    }

    private async Task<(int ExitCode, string Out, string Err)> RunAsync(params string[] arguments)
    {
        var run = await machine.RunAsync(arguments);
        Corpus.CheckShown(run.Out);
        Corpus.CheckShown(run.Err);
        // A text that is no question is refused in a sentence; nothing is found of most.
        Assert.Contains(run.ExitCode, (int[])[0, 1, 2, 3]);
        return run;
    }
}
