using System.Text.Json.Nodes;
using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>What the app prints has the shape that docs/contracts.md shows.</summary>
public sealed class ContractTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Json_EveryVerb_HasTheShapeOfItsExample()
    {
        var examples = Examples();
        var brain = Path.Combine(_home.Root, "brain.gguf");
        ScriptedBrain.Write(brain, "You have 1 pdf file. ");
        _home.Write("a.pdf");
        Directory.CreateDirectory(Path.Combine(_home.Files, "twins"));
        foreach (var name in (string[])["a.txt", "b.txt"])
            await File.WriteAllTextAsync(Path.Combine(_home.Files, "twins", name), "the same text");
        var scanned = Directory.CreateDirectory(Path.Combine(_home.Root, "scanned")).FullName;
        ScriptedBrain.Write(Path.Combine(scanned, "one.gguf"), "Hello. ");
        await File.WriteAllTextAsync(Path.Combine(scanned, "two.gguf"), "nonsense");
        // One that is better on any machine.
        Directory.CreateDirectory(_home.Home);
        await File.WriteAllTextAsync(Path.Combine(_home.Home, "brains.json"), $$"""
            { "schema": 1, "tiers": [ { "id": "tiny", "meaning": "small" } ], "brains": [ {
              "id": "one", "name": "One", "tier": "tiny", "repository": "me/one-GGUF", "file": "one.gguf", "revision": "{{new string('a', 40)}}",
              "bytes": 1000000, "sha256": "{{new string('a', 64)}}", "licence": "MIT", "template": "chatml", "released": "2025-01", "context": 2048,
              "attention_layers": 1, "kv_heads": 1, "head_size": 64, "good_for": "tests" } ] }
            """);
        await _home.MeetAsync();
        await _home.RunAsync("brain", "import", brain);
        await _home.RunAsync("folders", "add", _home.Files);
        await _home.RunAsync("buddy", "folders", "Test", "add", _home.Files);
        await _home.RunAsync("ask", "never mention Secrets");
        await _home.RunAsync("ask", "call me Sam");
        await _home.RunAsync("ask", "find a.pdf");
        Dictionary<string, string[]> runs = new()
        {
            ["ask \"QUESTION\" --json"] = ["ask", "how many pdfs do I have", "--json"],
            ["find WORDS... --json"] = ["find", "a.pdf", "--json"],
            ["find duplicates --json"] = ["find", "duplicates", "--json"],
            ["files map --json"] = ["files", "map", "--json"],
            ["index --json"] = ["index", "--json"],
            ["folders list --json"] = ["folders", "list", "--json"],
            ["buddy list --json"] = ["buddy", "list", "--json"],
            ["buddy memory --json"] = ["buddy", "memory", "--json"],
            ["usage --json"] = ["usage", "--json"],
            ["brain list --json"] = ["brain", "list", "--json"],
            ["brain show --json"] = ["brain", "show", "--json"],
            ["brain scan --json"] = ["brain", "scan", scanned, "--json"],
            ["brain shrink FILE --to KIND --json"] = ["brain", "shrink", brain, "--to", "q4_0", "--json"],
            ["brain upgrade --json"] = ["brain", "upgrade", "--json"],
            ["brain ps --json"] = ["brain", "ps", "--json"],
            ["brain tune --json"] = ["brain", "tune", "--json"],
            ["config list --json"] = ["config", "list", "--json"],
            ["config path --json"] = ["config", "path", "--json"],
            ["brain sleep --json"] = ["brain", "sleep", "--json"],
            ["status --json"] = ["status", "--json"],
            ["doctor --json"] = ["doctor", "--json"],
            ["brain wake --json"] = ["brain", "wake", "--json"],
            ["bench wake|reply|memory|all --json"] = ["bench", "memory", "--model", brain, "--runs", "1", "--seconds", "1", "--json"],
        };
        Assert.Equal(runs.Keys.Order(), examples.Keys.Order());
        await CheckAsync(runs.TakeWhile(run => run.Key != "brain ps --json"));
        // Not before: it may be reading contents when `index` wants to, which is told in a note.
        using var host = _home.Start("chat");
        await Machine.UntilAsync(() => File.Exists(Path.Combine(_home.Home, "run", $"{host.Id}.json")), "the chat is listed");
        await CheckAsync(runs.SkipWhile(run => run.Key != "brain ps --json"));
        host.StandardInput.Close();
        await host.WaitForExitAsync();

        async Task CheckAsync(IEnumerable<KeyValuePair<string, string[]>> part)
        {
            foreach (var (verb, arguments) in part)
            {
                var run = await _home.RunAsync(arguments);
                Assert.Equal(0, run.ExitCode);
                Assert.Equal($"{verb}: {Shape(examples[verb])}", $"{verb}: {Shape(run.Json)}");
            }
        }
    }

    private static Dictionary<string, JsonNode> Examples()
    {
        var examples = new Dictionary<string, JsonNode>();
        var parts = File.ReadAllText(Path.Combine(Repository.Root, "docs", "contracts.md")).Split("\n## `")[1..];
        foreach (var part in parts)
        {
            var verb = part[..part.IndexOf("`\n", StringComparison.Ordinal)];
            var begin = part.IndexOf("```json\n", StringComparison.Ordinal) + 8;
            examples.Add(verb, JsonNode.Parse(part[begin..part.IndexOf("\n```", begin, StringComparison.Ordinal)])!);
        }

        return examples;
    }

    /// <summary>Names and kinds of values; the first element stands for a list, null for anything that may be absent.</summary>
    private static string Shape(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(", ", members.Where(member => member.Value is not null)
            .Select(member => $"{member.Key}: {Shape(member.Value)}")) + "} " + string.Join(" ", members.Select(member => member.Key)),
        JsonArray { Count: 0 } => "[]",
        JsonArray list => $"[{Shape(list[0])}]",
        null => "null",
        _ => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? "Boolean" : node.GetValueKind().ToString(),
    };
}
