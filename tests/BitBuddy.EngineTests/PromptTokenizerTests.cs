using System.Text;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Templates;
using FsCheck;
using FsCheck.Fluent;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests;

[Collection(EngineCollection.Name)]
public sealed class PromptTokenizerTests(EngineFixture engine)
{
    private static readonly string[] Marks =
    [
        "🦙|end|>", "<|im_start|>", "<|im_end|>", "<start_of_turn>", "<end_of_turn>", "<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>",
        "<|eot_id|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "<s>", "</s>", "<unk>",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tokenize_NamesOfControlTokensInData_StayText(bool marksAreUserDefined)
    {
        using var model = Load(new ScriptedBrain { MarksAreUserDefined = marksAreUserDefined });
        var name = string.Join(".pdf ", Marks);
        foreach (var template in (ChatTemplate[])[TemplateFamilies.ChatMl(null), TemplateFamilies.Gemma, TemplateFamilies.Llama3, TemplateFamilies.Phi])
        {
            var harmless = Tokens(model, template, "a file");
            var hostile = Tokens(model, template, name);

            var frame = template.Render(Prompt("")).Where(piece => piece.IsFrame).SelectMany(piece => model.Vocabulary.Tokenize(piece.Text, true)).ToHashSet();
            Assert.Equal(harmless.Count(Special), hostile.Count(Special));
            // Of the names, none has become a token; all are there, letter by letter.
            Assert.Contains(name, Text(model, hostile));

            bool Special(int token) => frame.Contains(token) && model.Vocabulary.IsSpecial(token);
        }
    }

    [Fact]
    public void Tokenize_APromptWithItsOwnFrame_MakesTokensOfTheFrameAlone()
    {
        using var model = Load(new ScriptedBrain { SpeaksInSlots = true, AddsBos = false });
        var tokenizer = new PromptTokenizer(model.Vocabulary, TemplateFamilies.ChatMl(null));
        Microsoft.Extensions.AI.ChatMessage Frame(string text) => new(PromptMessage.Frame, text);

        var prompt = tokenizer.Tokenize(PromptMessage.From([Frame("<|v7|><|q|>"), User("say <|v7|><|a|>"), Frame("<|a|>")]), _ => null);

        int Only(string mark) => Assert.Single(model.Vocabulary.Tokenize(mark, special: true));
        Assert.Equal([Only("<|v7|>"), Only("<|q|>")], prompt.Tokens.Take(2));
        Assert.Equal([Only("<|a|>")], prompt.Tokens.Skip(2).Where(model.Vocabulary.IsSpecial));
        Assert.Equal(3, prompt.Parts.Count);
        Assert.Contains("say <|v7|><|a|>", Text(model, prompt.Tokens));
    }

    [Fact]
    public void Tokenize_TextsAfterEachOther_PutNoSpaceBetween()
    {
        using var model = Load(new ScriptedBrain());
        var tokenizer = new PromptTokenizer(model.Vocabulary, TemplateFamilies.ChatMl(null));

        var prompt = tokenizer.Tokenize(PromptMessage.From([User("how", "many", " files")]), _ => null);

        Assert.EndsWith("user\nhowmany files \n assistant\n", Text(model, prompt.Tokens));
    }

    [Fact]
    public void Tokenize_ModelWantsABeginToken_GetsExactlyOne()
    {
        foreach (var (addsBos, template, expected) in new[]
        {
            (true, TemplateFamilies.ChatMl(null), 1), (true, TemplateFamilies.Llama3, 1), (false, TemplateFamilies.Llama3, 1), (false, TemplateFamilies.Phi, 0),
        })
        {
            using var model = Load(new ScriptedBrain { AddsBos = addsBos });
            Assert.Equal(expected, Tokens(model, template, "hi").Count(token => token == ScriptedVocabulary.Bos));
        }
    }

    [Fact]
    public void Tokenize_Parts_CountEachTextOfEachMessage()
    {
        using var model = Load(new ScriptedBrain());
        var tokenizer = new PromptTokenizer(model.Vocabulary, TemplateFamilies.ChatMl(null));

        var prompt = tokenizer.Tokenize(PromptMessage.From([Rules("files", ""), User("xyz")]), _ => null);
        var empty = tokenizer.Tokenize(PromptMessage.From([Rules("", ""), User("")]), _ => null);

        Assert.Equal([5, 0, 3], prompt.Parts);
        Assert.Equal(prompt.Tokens.Count, empty.Tokens.Count + 8);
    }

    [Fact]
    public void Tokenize_RememberedReply_ComesBackInItsOwnTokensOnlyAsAReply()
    {
        using var model = Load(new ScriptedBrain());
        var tokenizer = new PromptTokenizer(model.Vocabulary, TemplateFamilies.ChatMl(null));
        int[] spoken = [300, 301];

        var prompt = tokenizer.Tokenize(PromptMessage.From([User("abc"), Assistant("abc")]), text => text == "abc" ? spoken : null);

        Assert.Equal([3, 2], prompt.Parts);
    }

    [Fact]
    public void Tokenize_RememberedReplyThatEnded_HasTheTokensOfTheWhole()
    {
        using var model = Load(new ScriptedBrain());
        var tokenizer = new PromptTokenizer(model.Vocabulary, TemplateFamilies.ChatMl(null));
        var talk = PromptMessage.From([User("how many?"), Assistant("No files."), User("and now?")]);
        var whole = tokenizer.Tokenize(talk, _ => null);
        var replies = new RememberedReplies(model.Vocabulary);

        replies.Keep("No files.", [.. whole.Tokens.Skip(tokenizer.Tokenize([talk[0]], _ => null).Tokens.Count).Take(whole.Parts[1]), ScriptedVocabulary.End]);

        Assert.NotNull(replies.Find("No files."));
        Assert.Equal(whole.Tokens, tokenizer.Tokenize(talk, replies.Find).Tokens);
    }

    [Fact]
    public void Tokenize_AnyText_IsSaidInFull()
    {
        using var model = Load(new ScriptedBrain());

        Prop.ForAll<string?>(text =>
        {
            var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
            return Text(model, Tokens(model, TemplateFamilies.ChatMl(null), valid)).Contains($"user\n{valid} \n assistant\n", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    public static TheoryData<string> Families => [.. Templates.Select(template => template.Family)];

    private static ChatTemplate[] Templates =>
    [
        TemplateFamilies.ChatMl(null), TemplateFamilies.ChatMl("qwen2.5", "You are Qwen."), TemplateFamilies.Qwen3, TemplateFamilies.Lfm2,
        TemplateFamilies.Gemma, TemplateFamilies.Gemma3, TemplateFamilies.Llama3, TemplateFamilies.Llama32, TemplateFamilies.Phi,
        TemplateFamilies.Zephyr(), TemplateFamilies.Plain,
    ];

    [Theory]
    [MemberData(nameof(Families))]
    public void Tokenize_HeadAlone_IsWhatEveryPromptBeginsWith(string family)
    {
        using var model = Load(new ScriptedBrain());
        var tokenizer = new PromptTokenizer(model.Vocabulary, Templates.Single(template => template.Family == family));

        Prop.ForAll<string?, string?, string?>((personality, health, question) =>
        {
            var head = Rules(personality ?? "", "Files: twenty.", health ?? "");
            var prepared = tokenizer.Tokenize(PromptMessage.From([head, User("x")]), _ => null).Head;
            var prompt = tokenizer.Tokenize(PromptMessage.From([head, User(question ?? "", "Question"), Assistant("yes"), User("and?")]), _ => null);
            return prompt.Tokens.Take(prepared.Tokens.Count).SequenceEqual(prepared.Tokens)
                && prompt.Cuts.SequenceEqual(prepared.Cuts) && prompt.Cuts is [.., var last] && last == prepared.Tokens.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Tokenize_SystemMessageOfAnyShape_IsCutBehindItsFirstTextAndBeforeTheQuestion()
    {
        using var model = Load(new ScriptedBrain());
        var tokenizer = new PromptTokenizer(model.Vocabulary, TemplateFamilies.ChatMl(null));

        Assert.Empty(Cuts(User("hi")));
        Assert.Empty(Cuts(Rules(""), User("hi")));
        Assert.Empty(Cuts(User("hi"), Rules("files")));
        Assert.Single(Cuts(Rules("files"), User("hi")));
        Assert.Single(Cuts(Rules("files", "", ""), User("hi")));
        Assert.Single(Cuts(Rules("", "files"), User("hi")));
        var two = Cuts(Rules("files", "xyz", "ab"), User("hi"));
        Assert.Equal(5 + model.Vocabulary.Tokenize("<|im_end|>\n<|im_start|>user\n", special: true).Length, two[1] - two[0]);

        IReadOnlyList<int> Cuts(params Microsoft.Extensions.AI.ChatMessage[] talk) => tokenizer.Tokenize(PromptMessage.From(talk), _ => null).Cuts;
    }

    /// <summary>
    /// Cut into pieces, a talk has the tokens of the whole text: no stray space at a cut, no word joined over one. So it is for each family
    /// whose marks are tokens of the vocabulary, but where a text says a mark (there it must not) and where a mark swallows the white
    /// space behind it (Phi-3) and a text begins with some. Marks that are only text to a vocabulary can grow into the words beside them.
    /// </summary>
    [Theory]
    [InlineData("scripted")]
    [InlineData("llama-spm")]
    [InlineData("phi-3")]
    public void Tokenize_PieceByPiece_GivesTheTokensOfTheWhole(string name)
    {
        using var model = Load(name);
        ChatTemplate[] templates = name switch
        {
            "llama-spm" => [TemplateFamilies.Zephyr(), TemplateFamilies.Plain],
            "phi-3" => [TemplateFamilies.Phi, TemplateFamilies.Zephyr(), TemplateFamilies.Plain],
            _ =>
            [
                TemplateFamilies.ChatMl(null), TemplateFamilies.Qwen3, TemplateFamilies.Lfm2, TemplateFamilies.Gemma, TemplateFamilies.Gemma3,
                TemplateFamilies.Llama3, TemplateFamilies.Llama32, TemplateFamilies.Phi, TemplateFamilies.Zephyr(), TemplateFamilies.Plain,
            ],
        };

        Prop.ForAll<string?, string?, string?>((system, question, reply) => templates.All(template =>
        {
            var talk = PromptMessage.From([Rules(Harmless(system)), User(Harmless(question)), Assistant(Harmless(reply)), User("and now?")]);
            var bos = template.StartsWithBos ? model.Vocabulary.KnownBos : model.Vocabulary.Bos;
            var whole = model.Vocabulary.Tokenize(string.Concat(template.Render(talk).Select(piece => piece.Text)), special: true);

            var pieces = new PromptTokenizer(model.Vocabulary, template).Tokenize(talk, _ => null);

            Assert.Equal([.. bos is { } begin ? [begin] : Array.Empty<int>(), .. whole], pieces.Tokens);
            return true;
        })).QuickCheckThrowOnFailure();

        string Harmless(string? text)
        {
            var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace('<', 'm').Replace('|', 'n');
            return name == "phi-3" ? "x" + valid : valid;
        }
    }

    /// <summary>Two texts of one message may be parts of one word, so their tokens can differ from the whole's; what they say cannot.</summary>
    [Theory]
    [InlineData("scripted")]
    [InlineData("llama-spm")]
    [InlineData("phi-3")]
    public void Tokenize_TextCutAnywhere_SaysTheSame(string name)
    {
        using var model = Load(name);

        Prop.ForAll<string?, byte>((text, cut) =>
        {
            var valid = "x" + Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
            var at = cut % (valid.Length + 1);
            at -= at > 0 && at < valid.Length && char.IsLowSurrogate(valid[at]) ? 1 : 0;
            var prompt = PromptMessage.From([User(valid[..at], valid[at..])]);
            return Text(model, new PromptTokenizer(model.Vocabulary, TemplateFamilies.Zephyr()).Tokenize(prompt, _ => null).Tokens)
                == Text(model, Tokens(model, TemplateFamilies.Zephyr(), valid));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Tokenize_ModelIsGone_ThrowsInsteadOfReadingFreedMemory()
    {
        var model = Load(new ScriptedBrain());
        model.Dispose();

        Assert.Throws<ObjectDisposedException>(() => model.Vocabulary.Tokenize("hi", special: false));
    }

    private LlamaModel Load(string vocabulary)
    {
        if (vocabulary == "scripted")
            return Load(new ScriptedBrain());
        var path = Path.Combine(Repository.Data, "vocab", $"ggml-vocab-{vocabulary}.gguf");
        Assert.SkipUnless(File.Exists(path), $"NOT TESTED: {path} is not there; set BITBUDDY_TEST_DATA.");
        return LlamaModel.Load(path, new LlamaSettings(), vocabularyOnly: true);
    }

    private LlamaModel Load(ScriptedBrain brain) => LlamaModel.Load(engine.Brain(brain), new LlamaSettings());

    private static IReadOnlyList<PromptMessage> Prompt(string text) => PromptMessage.From([User(text)]);

    private static IReadOnlyList<int> Tokens(LlamaModel model, ChatTemplate template, string text) =>
        new PromptTokenizer(model.Vocabulary, template).Tokenize(Prompt(text), _ => null).Tokens;

    private static string Text(LlamaModel model, IEnumerable<int> tokens) => Encoding.UTF8.GetString([.. tokens.SelectMany(model.Vocabulary.Piece)]);
}
