using System.Globalization;
using BitBuddy.Llama;

namespace BitBuddy.EngineTests;

/// <summary>Upstream's own cases for real vocabularies.</summary>
[Collection(EngineCollection.Name)]
public sealed class VocabularyTests
{
    [Theory]
    [InlineData("llama-spm")]
    [InlineData("phi-3")]
    public void Tokenize_UpstreamCases_GiveUpstreamTokens(string name)
    {
        var path = Path.Combine(Repository.Data, "vocab", $"ggml-vocab-{name}.gguf");
        Assert.SkipUnless(File.Exists(path), $"NOT TESTED: {path} is not there; set BITBUDDY_TEST_DATA.");
        var cases = File.ReadAllText($"{path}.inp").Split("\n__ggml_vocab_test__\n")[..^1];
        var expected = File.ReadAllText($"{path}.out").Split('\n').Take(cases.Length).ToArray();
        using var model = LlamaModel.Load(path, new LlamaSettings(), vocabularyOnly: true);

        Assert.True(cases.Length > 40);
        for (var i = 0; i < cases.Length; i++)
        {
            var tokens = model.Vocabulary.Tokenize(cases[i], special: false);
            Assert.Equal(expected[i].Trim(), string.Join(' ', tokens.Select(token => token.ToString(CultureInfo.InvariantCulture))));
        }
    }
}
