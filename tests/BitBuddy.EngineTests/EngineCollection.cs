using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Native;

namespace BitBuddy.EngineTests;

/// <summary>The engine is one for the process and its descriptors are counted, so the tests that use it run one after the other, alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EngineCollection : ICollectionFixture<EngineFixture>
{
    public const string Name = "engine";
}

/// <summary>Starts the engine, keeps the brains the tests write, and fails when a native handle was never disposed.</summary>
public sealed class EngineFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("buddy brains é ");
    private int _brains;

    public EngineFixture()
    {
        Environment.SetEnvironmentVariable(EngineFolder.Variable, Path.Combine(Repository.AppFolder, "engine"));
        LlamaEngine.Start(EngineFolder.Find());
    }

    /// <summary>Writes a brain and gives its path.</summary>
    public string Brain(ScriptedBrain brain)
    {
        var path = Path.Combine(_folder.FullName, $"brain {Interlocked.Increment(ref _brains)}.gguf");
        brain.Write(path);
        return path;
    }

    public string Brain(RandomBrain brain)
    {
        var path = NewPath($"random {Interlocked.Increment(ref _brains)}.gguf");
        brain.Write(path);
        return path;
    }

    public string Brain(string reply) => Brain(new ScriptedBrain { Replies = [reply] });

    public string NewPath(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _folder.Delete(recursive: true);
        Assert.Empty(HandleLeaks.Found);
    }
}
