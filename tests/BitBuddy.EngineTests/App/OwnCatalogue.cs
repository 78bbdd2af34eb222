using System.Security.Cryptography;
using System.Text;
using BitBuddy.Hub;

namespace BitBuddy.EngineTests.App;

/// <summary>Scripted brains that a hub on loopback serves, and the catalogue that lists them, put into a machine's home.</summary>
internal sealed class OwnCatalogue(AppHome home, TestHub hub)
{
    private readonly List<string> _entries = [];

    /// <summary>How a shell sets the variable that names the hub.</summary>
    public string Variable => $"HF_ENDPOINT={hub.Endpoint.AbsoluteUri.TrimEnd('/')}";

    /// <summary>Serves and lists a brain; its path is a copy that lies aside.</summary>
    public string Add(string id, string tier, Action<string> write, string released = "2025-01", string? terms = null)
    {
        var path = Path.Combine(home.Root, "aside", $"{id}.gguf");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path);
        var bytes = File.ReadAllBytes(path);
        hub.Serve($"me/{id}-GGUF/{id}.gguf", bytes);
        _entries.Add($$"""
            { "id": "{{id}}", "name": "Brain {{id}}", "tier": "{{tier}}", "repository": "me/{{id}}-GGUF", "file": "{{id}}.gguf",
              "bytes": {{bytes.Length}}, "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(bytes))}}", "licence": "{{(terms is null ? "MIT" : "Odd Terms")}}",
              {{(terms is null ? "" : $"\"terms\": \"{terms}\",")}} "template": "chatml", "released": "{{released}}", "context": 4096,
              "attention_layers": 1, "kv_heads": 1, "head_size": 32, "good_for": "tests" }
            """);
        Directory.CreateDirectory(home.Home);
        File.WriteAllText(Path.Combine(home.Home, "brains.json"), $$"""
            { "schema": 1,
              "tiers": [ { "id": "tiny", "meaning": "small" }, { "id": "standard", "meaning": "larger" } ],
              "brains": [ {{string.Join(",\n", _entries)}} ] }
            """, new UTF8Encoding(false));
        return path;
    }
}
