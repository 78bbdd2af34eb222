using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;

namespace BitBuddy.EngineTests;

[Collection(EngineCollection.Name)]
public sealed class VocabularySizeTests(EngineFixture engine) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vocabulary size ");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_ABrain_IsWhatTheEngineCounts()
    {
        var brain = engine.Brain("Hello");
        using var model = LlamaModel.Load(brain, new LlamaSettings(), vocabularyOnly: true);

        Assert.Equal(new VocabularySize("llama", model.Vocabulary.Count), VocabularySize.Read(brain));
    }

    [Fact]
    public void Read_Truncated_IsNothingOrTheSame()
    {
        var whole = File.ReadAllBytes(engine.Brain("Hello"));
        var size = VocabularySize.Read(engine.Brain("Hello"));
        var path = Path.Combine(_folder.FullName, "cut.gguf");
        for (var length = 0; length < 3000; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Contains(VocabularySize.Read(path), new[] { null, size });
        }
    }

    [Fact]
    public void Read_NoFile_IsNothing() => Assert.Null(VocabularySize.Read(Path.Combine(_folder.FullName, "none")));

    [Fact]
    public void Load_Stopped_IsNotLoadedAgain()
    {
        var calls = 0;

        Assert.Throws<LlamaException>(() => LlamaModel.Load(engine.Brain("Hello"), new LlamaSettings(), _ => ++calls < 0));
        Assert.Equal(1, calls);
    }
}
