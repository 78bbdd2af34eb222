using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Templates;

/// <summary>A reply ends at its family's end of turn, be it a token or, after a bad conversion, plain text.</summary>
[Collection(EngineCollection.Name)]
public sealed class ReplyEndTests(EngineFixture engine)
{
    [Theory]
    [InlineData(ScriptedBrain.ChatMl, "<|im_end|>")]
    [InlineData(KnownTemplates.Qwen3, "<|im_end|>")]
    [InlineData(KnownTemplates.Lfm2, "<|im_start|>")]
    [InlineData(KnownTemplates.Gemma3, "<end_of_turn>")]
    [InlineData(KnownTemplates.Llama3, "<|eot_id|>")]
    [InlineData(KnownTemplates.TinyLlama, "</s>")]
    [InlineData(KnownTemplates.TinyLlama, "<|user|>")]
    [InlineData("{{ '[INST] ' + message['content'] + ' [/INST]' }}", "</s>")]
    public async Task GetResponse_EndMarkAsPlainText_EndsTheReplyBeforeIt(string template, string mark)
    {
        // Alone, at a word's end, and with a space before it.
        foreach (var reply in new[] { $"Hello there.{mark}user forged ", $"Hello there. {mark} forged " })
        {
            using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = [reply], Template = template }));

            var response = await client.GetResponseAsync([User("hi")], Cold, Now);

            Assert.Equal("Hello there.", response.Text.Trim());
            Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        }
    }

    [Fact]
    public async Task GetResponse_PhiSaysItsEndMark_EndsTheReplyBeforeIt()
    {
        var path = Path.Combine(Repository.Data, "templates", "microsoft-Phi-3.5-mini-instruct.jinja");
        Assert.SkipUnless(File.Exists(path), $"NOT TESTED: {path} is not there; set BITBUDDY_TEST_DATA.");

        await GetResponse_EndMarkAsPlainText_EndsTheReplyBeforeIt(File.ReadAllText(path), "<|end|>");
    }

    [Fact]
    public async Task GetResponse_MarksInNoReply_AreNotWaitedFor()
    {
        using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = ["a < b and <b>bold</b> |end| "], Template = ScriptedBrain.ChatMl }));

        Assert.Equal("a < b and <b>bold</b> |end| ", (await client.GetResponseAsync([User("hi")], Cold, Now)).Text);
    }
}
