using BitBuddy.Llama;
using BitBuddy.Llama.Native;

namespace BitBuddy.EngineTests;

[Collection(EngineCollection.Name)]
public sealed class LlamaEngineTests(EngineFixture engine)
{
    [Fact]
    public void Start_Again_DoesNothing()
    {
        LlamaEngine.Start(EngineFolder.Find());

        Assert.StartsWith(LlamaEngine.Version.TrimStart('v'), LlamaEngine.LoadedVersion);
        Assert.False(string.IsNullOrEmpty(LlamaEngine.CpuBackend));
    }

    [Fact]
    public void Load_FolderWithoutLibraries_NamesTheFileAndTheWayOut()
    {
        var error = Assert.Throws<LlamaException>(() => LibraryResolver.Load(engine.NewPath("nothing here")));

        Assert.Contains("ggml-base", error.Message);
        Assert.Contains(EngineFolder.Variable, error.Message);
    }

    [Fact]
    public void Canary_OtherVersion_SaysBoth() =>
        Assert.Matches("llama.cpp 0.4.0.* built for v9.9.9", Assert.Throws<LlamaException>(() => Canary.Check("v9.9.9")).Message);

    [Fact]
    public void Log_LinesOfTheEngine_ComeWholeAndEscaped()
    {
        var lines = new List<string>();
        var before = LlamaLog.Sink;
        LlamaLog.Sink = (level, line) => lines.Add($"{level} {line}");
        try
        {
            LlamaLog.Append(LlamaLogLevel.Error, "half "u8);
            LlamaLog.Append(null, "a line \e[2J\nnext\n"u8);
        }
        finally
        {
            LlamaLog.Sink = before;
        }

        Assert.Equal([@"Error half a line \u{1b}[2J", "Error next"], lines);
        Assert.Equal("next", LlamaLog.TakeLastProblem());
    }

    [Fact]
    public void Handle_NeverDisposed_IsRecorded()
    {
        Leak(engine.Brain("Hello"));
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Contains(nameof(ModelHandle), HandleLeaks.Found);
        HandleLeaks.Found.Clear();
    }

    private static void Leak(string brain) => _ = LlamaModel.Load(brain, new LlamaSettings());
}
