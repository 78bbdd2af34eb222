using System.Globalization;
using System.Text.RegularExpressions;
using BitBuddy.Brains;
using BitBuddy.Llama;

namespace BitBuddy.EngineTests.Gguf;

/// <summary>The memory told from a file's header is the memory the engine takes.</summary>
[Collection(EngineCollection.Name)]
public sealed class BrainMemoryTests(EngineFixture engine)
{
    [Theory]
    [InlineData(1, 512)]
    [InlineData(40, 512)]
    [InlineData(40, 1000)]
    public void Of_Context_IsWhatTheEngineSaysItTakes(int layers, int contextSize)
    {
        var path = engine.Brain(new ScriptedBrain { Layers = layers });
        var lines = new List<string>();
        LlamaLog.Sink = (_, line) => lines.Add(line);
        try
        {
            using var model = LlamaModel.Load(path, new LlamaSettings());
            using var context = new LlamaContext(model, new LlamaSettings { ContextSize = contextSize });
        }
        finally
        {
            LlamaLog.Sink = null;
        }

        var said = lines.Select(line => Regex.Match(line, @"llama_kv_cache: size = +([0-9.]+) MiB")).Last(match => match.Success).Groups[1].Value;
        var memory = BrainMemory.Of(BrainGate.Check(path), contextSize);
        Assert.Equal(double.Parse(said, CultureInfo.InvariantCulture), memory.Context!.Value / 1024.0 / 1024.0, 0.01);
    }
}
