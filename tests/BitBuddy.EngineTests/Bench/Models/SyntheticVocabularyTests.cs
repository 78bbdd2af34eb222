using System.Text;
using BitBuddy.App.Bench.Models;
using BitBuddy.Llama;

namespace BitBuddy.EngineTests.Bench.Models;

[Collection(EngineCollection.Name)]
public sealed class SyntheticVocabularyTests(EngineFixture engine)
{
    private const string English =
        "The old library stood at the end of a quiet street, and nobody in the town could remember who had built it. On rainy days the "
        + "children went there after school, because the rooms were warm and the woman behind the desk always had a story for them. "
        + "She said that every book was a door, and that some doors were older than the house itself.";

    [Theory]
    [InlineData("qwen2")]
    [InlineData("zephyr")]
    [InlineData("llama3")]
    public async Task Tokenize_English_TakesAsManyTokensAsARealOneAndComesBackWhole(string family)
    {
        using var model = await LoadAsync(family switch { "zephyr" => VocabularyShape.Zephyr, "llama3" => VocabularyShape.Llama3, _ => VocabularyShape.Qwen2 });

        var tokens = model.Vocabulary.Tokenize(English, special: false);

        Assert.InRange((double)English.Length / tokens.Length, 3.5, 5);
        Assert.Equal(English, Spell(model.Vocabulary, tokens).TrimStart());
    }

    [Theory]
    [InlineData("qwen2")]
    [InlineData("zephyr")]
    public async Task Tokenize_AnyBytes_ComesBackWhole(string family)
    {
        const string Any = "Müsli 2024-03 (final)\t{x} ~ \"quoted\" 文件 🦙\r\n";
        using var model = await LoadAsync(family == "zephyr" ? VocabularyShape.Zephyr : VocabularyShape.Qwen2);

        Assert.Equal(Any, Spell(model.Vocabulary, model.Vocabulary.Tokenize(Any, special: false)).TrimStart(' '));
    }

    [Fact]
    public async Task Tokenize_Marks_AreControlTokensThatEndAReply()
    {
        using var model = await LoadAsync(VocabularyShape.Qwen2);

        Assert.True(model.Vocabulary.IsEnd(Assert.Single(model.Vocabulary.Tokenize("<|im_end|>", special: true))));
        Assert.True(model.Vocabulary.Tokenize("<|im_end|>", special: false).Length > 1);
        Assert.Equal(VocabularyShape.Qwen2.Size, model.Vocabulary.Count);
    }

    [Fact]
    public async Task AddTo_AVocabularyThatWasGiven_TokenisesAsItsFileDoes()
    {
        var given = Path.Combine(Repository.Data, "vocab", "ggml-vocab-llama-spm.gguf");
        Assert.SkipUnless(File.Exists(given), "NOT TESTED: upstream's vocabularies are not here.");
        using var original = LlamaModel.Load(given, new LlamaSettings(), vocabularyOnly: true);

        using var model = await LoadAsync(VocabularyShape.Zephyr, given);

        Assert.Equal(32_000, model.Vocabulary.Count);
        Assert.Equal(original.Vocabulary.Tokenize(English, special: false), model.Vocabulary.Tokenize(English, special: false));
        Assert.Equal(original.Vocabulary.Bos, model.Vocabulary.Bos);
        Assert.Contains("<|assistant|>", model.ChatTemplate);
    }

    [Fact]
    public async Task AddTo_AVocabularyOfAnotherSize_SaysSo()
    {
        var given = Path.Combine(Repository.Data, "vocab", "ggml-vocab-phi-3.gguf");
        Assert.SkipUnless(File.Exists(given), "NOT TESTED: upstream's vocabularies are not here.");

        var error = await Assert.ThrowsAsync<BuddyException>(() => LoadAsync(VocabularyShape.Zephyr, given));

        Assert.Contains("has 32064 tokens and tiny has 32000", error.Message);
    }

    private async Task<LlamaModel> LoadAsync(VocabularyShape vocabulary, string? given = null)
    {
        var path = engine.NewPath($"{Guid.NewGuid():n}.gguf");
        var shape = ModelShapes.Of("tiny") with { Vocabulary = vocabulary };
        await ModelWriter.WriteAsync(path, shape, Quant.Of("q4_0"), given, 1, null, CancellationToken.None);
        return LlamaModel.Load(path, new LlamaSettings(), vocabularyOnly: true);
    }

    private static string Spell(Vocabulary vocabulary, IEnumerable<int> tokens) => Encoding.UTF8.GetString([.. tokens.SelectMany(vocabulary.Piece)]);
}
