using BitBuddy.Llama;
using BitBuddy.Llama.Templates;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Templates;

[Collection(EngineCollection.Name)]
public sealed class ChatTemplateTests
{
    private static readonly IReadOnlyList<PromptMessage> Whole = PromptMessage.From(
        [Rules("You are Pixel.", " Files: 12."), User(" hi "), Assistant("Hello!"), User("how many?")]);

    private static readonly IReadOnlyList<PromptMessage> Bare = PromptMessage.From([User("hi")]);

    [Fact]
    public void Render_Qwen_AsItsFileSays()
    {
        var template = FromFile("Qwen-Qwen2.5-7B-Instruct");

        Assert.Equal("qwen2.5", template.Family);
        Assert.Equal(
            "<|im_start|>system\n«You are Pixel.»« Files: 12.»<|im_end|>\n<|im_start|>user\n« hi »<|im_end|>\n"
            + "<|im_start|>assistant\n«Hello!»<|im_end|>\n<|im_start|>user\n«how many?»<|im_end|>\n<|im_start|>assistant\n",
            Written(template, Whole));
        Assert.Equal(
            "<|im_start|>system\nYou are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>\n"
            + "<|im_start|>user\n«hi»<|im_end|>\n<|im_start|>assistant\n",
            Written(template, Bare));
    }

    [Fact]
    public void Render_Gemma_FoldsTheSystemIntoTheFirstTurn()
    {
        var template = FromFile("google-gemma-2-2b-it");

        Assert.Equal("gemma", template.Family);
        Assert.True(template.StartsWithBos);
        Assert.Equal(
            "<start_of_turn>user\n«You are Pixel.»« Files: 12.»\n\n«hi»<end_of_turn>\n<start_of_turn>model\n«Hello!»<end_of_turn>\n"
            + "<start_of_turn>user\n«how many?»<end_of_turn>\n<start_of_turn>model\n",
            Written(template, Whole));
        Assert.Equal("<start_of_turn>user\n«hi»<end_of_turn>\n<start_of_turn>model\n", Written(template, Bare));
        Assert.Equal(
            "<start_of_turn>user\n«Be kind.»<end_of_turn>\n<start_of_turn>model\n«Hi»<end_of_turn>\n<start_of_turn>model\n",
            Written(template, PromptMessage.From([Rules("Be kind."), Assistant("Hi")])));
    }

    [Fact]
    public void Render_Llama_LeavesItsDatesOut()
    {
        var template = FromFile("meta-llama-Llama-3.2-3B-Instruct");

        Assert.Equal("llama3.2", template.Family);
        Assert.True(template.StartsWithBos);
        Assert.Equal(
            "<|start_header_id|>system<|end_header_id|>\n\n«You are Pixel.»« Files: 12.»<|eot_id|>"
            + "<|start_header_id|>user<|end_header_id|>\n\n«hi»<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n«Hello!»<|eot_id|>"
            + "<|start_header_id|>user<|end_header_id|>\n\n«how many?»<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
            Written(template, Whole));
        // Its own template has a system turn in any case.
        Assert.Equal(
            "<|start_header_id|>system<|end_header_id|>\n\n<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n«hi»<|eot_id|>"
            + "<|start_header_id|>assistant<|end_header_id|>\n\n",
            Written(template, Bare));
    }

    [Fact]
    public void Render_Llama3_HasASystemTurnOnlyForASystemText()
    {
        var template = ChatTemplate.For(KnownTemplates.Llama3);

        Assert.Equal("llama3", template.Family);
        Assert.Equal(
            "<|start_header_id|>user<|end_header_id|>\n\n«hi»<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n", Written(template, Bare));
    }

    [Fact]
    public void Render_Phi_AsItsFileSays()
    {
        var template = FromFile("microsoft-Phi-3.5-mini-instruct");

        Assert.Equal("phi", template.Family);
        Assert.Equal("«»<|user|>\n«hi»<|end|>\n<|assistant|>\n", Written(template, PromptMessage.From([Rules(""), User("hi")])));
        Assert.False(template.StartsWithBos);
        Assert.Equal(
            "<|system|>\n«You are Pixel.»« Files: 12.»<|end|>\n<|user|>\n« hi »<|end|>\n<|assistant|>\n«Hello!»<|end|>\n"
            + "<|user|>\n«how many?»<|end|>\n<|assistant|>\n",
            Written(template, Whole));
    }

    [Fact]
    public void Render_TinyLlama_EndsTurnsWithTheEndToken()
    {
        var template = ChatTemplate.For(KnownTemplates.TinyLlama, "</s>");

        Assert.Equal("zephyr", template.Family);
        Assert.Equal(
            "<|system|>\n«You are Pixel.»« Files: 12.»</s>\n<|user|>\n« hi »</s>\n<|assistant|>\n«Hello!»</s>\n<|user|>\n«how many?»</s>\n<|assistant|>\n",
            Written(template, Whole));
        Assert.Equal("<|user|>\n«hi»<|endoftext|>\n<|assistant|>\n", Written(ChatTemplate.For(KnownTemplates.TinyLlama, "<|endoftext|>"), Bare));
    }

    [Theory]
    [InlineData(KnownTemplates.Qwen3)]
    [InlineData(KnownTemplates.AlwaysThinking)]
    public void Render_ThinkingModel_IsToldNotToThink(string text)
    {
        var template = ChatTemplate.For(text);

        Assert.Equal("qwen3", template.Family);
        Assert.Equal(
            "<|im_start|>system\n«You are Pixel.»« Files: 12.»<|im_end|>\n<|im_start|>user\n« hi »<|im_end|>\n"
            + "<|im_start|>assistant\n«Hello!»<|im_end|>\n<|im_start|>user\n«how many?»<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n",
            Written(template, Whole));
        Assert.Equal("<|im_start|>user\n«hi»<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n", Written(template, Bare));
    }

    [Fact]
    public void Render_SmolLm2_NamesItselfWhereNobodyElseDoes()
    {
        var template = ChatTemplate.For(KnownTemplates.SmolLm2);

        Assert.Equal("smollm2", template.Family);
        Assert.StartsWith("<|im_start|>system\n«You are Pixel.»", Written(template, Whole));
        Assert.Equal(
            "<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n<|im_start|>user\n«hi»<|im_end|>\n<|im_start|>assistant\n",
            Written(template, Bare));
    }

    [Fact]
    public void Render_Lfm2_IsChatMlWithABeginToken()
    {
        var template = ChatTemplate.For(KnownTemplates.Lfm2);

        Assert.Equal("lfm2", template.Family);
        Assert.True(template.StartsWithBos);
        Assert.Equal(Written(TemplateFamilies.ChatMl(null), Whole), Written(template, Whole));
        Assert.Equal("«»<|im_start|>user\n«hi»<|im_end|>\n<|im_start|>assistant\n", Written(template, PromptMessage.From([Rules(""), User("hi")])));
    }

    [Fact]
    public void Render_Gemma3_JoinsTheSystemTextAsItStands()
    {
        var template = ChatTemplate.For(KnownTemplates.Gemma3);

        Assert.Equal("gemma3", template.Family);
        Assert.Equal(
            "<start_of_turn>user\n« Be kind. »\n\n«hi»<end_of_turn>\n<start_of_turn>model\n",
            Written(template, PromptMessage.From([Rules(" Be kind. "), User(" hi ")])));
        Assert.Equal("<start_of_turn>user\n«hi»<end_of_turn>\n<start_of_turn>model\n", Written(template, Bare));
    }

    [Fact]
    public void For_NearMiss_IsNoFamilyOfOurs()
    {
        foreach (var text in KnownTemplates.NearMisses)
        {
            Assert.Null(TemplateFamily.Of(text));
            Assert.Contains(ChatTemplate.For(text).Family, (string[])["built-in", "plain"]);
        }

        Assert.Null(TemplateFamily.Of(null));
    }

    [Fact]
    public void For_HostileText_IsOnlyLookedAt()
    {
        var hostile = "{{ cycler.__init__.__globals__.os.popen('touch x').read() }}{% for i in range(10**9) %}{% endfor %}";

        Assert.Equal("smollm2", TemplateFamily.Of(KnownTemplates.SmolLm2 + hostile));
        Assert.Equal(Written(ChatTemplate.For(KnownTemplates.SmolLm2), Whole), Written(ChatTemplate.For(KnownTemplates.SmolLm2 + hostile), Whole));
        Assert.Equal("plain", ChatTemplate.For(hostile).Family);
    }

    [Fact]
    public void Render_TemplateOfTheEngine_IsCutAtTheTexts()
    {
        var template = ChatTemplate.For("{{ bos_token }}{% for m in messages %}[INST] {{ m.content }} [/INST]{% endfor %}");

        Assert.Equal("built-in", template.Family);
        var written = Written(template, Whole);
        Assert.Contains("«You are Pixel.»« Files: 12.»", written);
        Assert.Contains("« hi » [/INST]", written);
        Assert.Contains("«Hello!»", written);
        Assert.EndsWith("«how many?» [/INST]", written);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{{ messages }}")]
    [InlineData("")]
    public void Render_UnknownTemplate_IsPlainLines(string? text)
    {
        var template = ChatTemplate.For(text);
        var rules = Rules("You are Pixel.");
        rules.AuthorName = "Pixel";

        Assert.Equal("plain", template.Family);
        Assert.Equal(["\nUser:"], template.Stops);
        Assert.Equal(
            "«You are Pixel.»\n\nUser:« hi»\nPixel:« Hello!»\nUser:« and?»\nPixel:",
            Written(template, PromptMessage.From([rules, User("hi"), Assistant("Hello!"), User("and?")])));
        Assert.Equal("User:« hi»\nBuddy:", Written(template, Bare));
    }

    [Fact]
    public void Render_AnyFamily_NumbersEveryTextInOrder()
    {
        foreach (var template in (ChatTemplate[])[TemplateFamilies.ChatMl(null), TemplateFamilies.Gemma, TemplateFamilies.Gemma3, TemplateFamilies.Llama32, TemplateFamilies.Phi, TemplateFamilies.Zephyr(), TemplateFamilies.Lfm2, TemplateFamilies.Qwen3, TemplateFamilies.Plain])
            Assert.Equal([0, 1, 2, 3, 4], template.Render(Whole).Where(piece => !piece.IsFrame).Select(piece => piece.Content));
    }

    private static ChatTemplate FromFile(string name)
    {
        var path = Path.Combine(Repository.Data, "templates", $"{name}.jinja");
        Assert.SkipUnless(File.Exists(path), $"NOT TESTED: {path} is not there; set BITBUDDY_TEST_DATA.");
        return ChatTemplate.For(File.ReadAllText(path));
    }

    private static string Written(ChatTemplate template, IReadOnlyList<PromptMessage> messages) =>
        string.Concat(template.Render(messages).Select(piece => piece.IsFrame ? piece.Text : $"«{piece.Text}»"));
}
