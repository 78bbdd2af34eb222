using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Files;
using BitBuddy.Injections;
using BitBuddy.Llama;
using BitBuddy.Llama.Templates;
using BitBuddy.Personalities;
using Microsoft.Extensions.AI;

namespace BitBuddy.EngineTests.Conversation;

/// <summary>Real vocabularies: prompts of every character fit them, and no text in a prompt becomes one of their marks.</summary>
[Collection(EngineCollection.Name)]
public sealed class PromptFitTests(EngineFixture engine)
{
    private static readonly ChatTemplate[] Families =
    [
        TemplateFamilies.ChatMl(null), TemplateFamilies.Qwen3, TemplateFamilies.Lfm2, TemplateFamilies.Gemma, TemplateFamilies.Gemma3, TemplateFamilies.Llama3,
        TemplateFamilies.Llama32, TemplateFamilies.Phi, TemplateFamilies.Zephyr(), TemplateFamilies.Plain,
    ];

    public static TheoryData<string> Vocabularies => ["scripted", "llama-spm", "phi-3"];

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public async Task Build_EveryCharacterAndTemplate_FitsWithNothingLeftOut(string vocabulary)
    {
        using var model = Load(vocabulary);
        foreach (var template in Families)
        {
            var tokenizer = new PromptTokenizer(model.Vocabulary, template);
            foreach (var who in Characters.All)
            {
                var built = await new PromptBuilder(TimeProvider.System).BuildAsync(Parts(who, "how big are the newest of my tax return files, and where are they?"), Count(tokenizer), Talk.Now);
                var head = tokenizer.Tokenize(PromptMessage.From(built.Messages), _ => null).Head.Tokens.Count;

                // The scripted vocabulary spends a token on each letter of most words.
                if (vocabulary != "scripted")
                    Assert.Equal(0, built.TrimmedTokens);
                Assert.InRange(head, 1, PromptBudget.Head);
                Assert.InRange(built.Tokens.Total, 1, PromptBudget.Context - PromptBudget.Reply - PromptBudget.Spare);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Tokenize_InjectionsInEveryPart_BecomeNoMark(string vocabulary)
    {
        using var model = Load(vocabulary);
        foreach (var template in Families)
        {
            var tokenizer = new PromptTokenizer(model.Vocabulary, template);
            var frame = Marks("x");
            foreach (var (family, name, text) in Corpus.All)
                Assert.True(Marks(text) == frame, $"{family}: {name} with {template.Family}");

            // A mark that a vocabulary lets users define is split up, too.
            int Marks(string text) => tokenizer.Tokenize(PromptMessage.From([Talk.Rules(text, text, text), Talk.User(text, text), Talk.Assistant("y"), Talk.User("x", text)]), _ => null)
                .Tokens.Count(token => model.Vocabulary.IsSpecial(token) || model.Vocabulary.IsEnd(token));
        }
    }

    private static TokenCounter Count(PromptTokenizer tokenizer) => (prompt, _) =>
    {
        var tokens = tokenizer.Tokenize(PromptMessage.From(prompt), _ => null);
        return Task.FromResult(new PromptTokens(tokens.Tokens.Count, tokens.Parts));
    };

    private static PromptParts Parts(Personality who, string question)
    {
        var health = new Health(new Mood(MoodState.Sick, "the disk is 97 % full"), 12_345, 34_000_000_000, 2, 120_000_000_000, 512_000_000_000, "tiny.gguf");
        var files = Enumerable.Range(1, 2).Select(n => new FileEntry(n, $"/home/sam/Documents/Taxes/tax return of the year 202{n}, final.pdf", $"tax return of the year 202{n}, final.pdf", 1_234_567, DateTimeOffset.UtcNow, FileKind.Document));
        return new PromptParts(who, health, health.Mood, BitBuddy.Conversation.Talk.Empty,
            new Facts { Intent = IntentKind.Find, Count = 2, Bytes = 2_469_134, Files = [.. files], Folders = ["/home/sam/Documents"], AsOf = DateTimeOffset.UtcNow }, question) { Aspect = Aspect.Place };
    }

    private LlamaModel Load(string vocabulary)
    {
        if (vocabulary == "scripted")
            return LlamaModel.Load(engine.Brain(new ScriptedBrain()), new LlamaSettings());
        var path = Path.Combine(Repository.Data, "vocab", $"ggml-vocab-{vocabulary}.gguf");
        Assert.SkipUnless(File.Exists(path), $"NOT TESTED: {path} is not there; set BITBUDDY_TEST_DATA.");
        return LlamaModel.Load(path, new LlamaSettings(), vocabularyOnly: true);
    }
}
