using BitBuddy.Llama;
using BitBuddy.Llama.Native;
using BitBuddy.Llama.Templates;
using Microsoft.Extensions.AI;

namespace BitBuddy.EngineTests;

/// <summary>The likeliest next token, computed the plain way: all tokens anew each time, nothing kept.</summary>
internal sealed class PlainRun : IDisposable
{
    private readonly LlamaModel _model;
    private readonly LlamaContext _context;
    private readonly int[] _prompt;

    public PlainRun(string brain, IEnumerable<ChatMessage> prompt)
    {
        var settings = new LlamaSettings { Threads = 1 };
        _model = LlamaModel.Load(brain, settings);
        _context = new LlamaContext(_model, settings);
        var template = ChatTemplate.For(_model.ChatTemplate);
        _prompt = [.. new PromptTokenizer(_model.Vocabulary, template).Tokenize(PromptMessage.From(prompt), _ => null).Tokens];
    }

    public int Words => _model.Vocabulary.Count;

    public bool IsEnd(int token) => _model.Vocabulary.IsEnd(token);

    public unsafe int Next(IEnumerable<int> kept, IReadOnlySet<int> closed)
    {
        int[] tokens = [.. _prompt, .. kept];
        _context.Rewind(0);
        for (var at = 0; at < tokens.Length; at += LlamaContext.BatchSize)
            Assert.True(_context.Decode(tokens.AsSpan(at, Math.Min(LlamaContext.BatchSize, tokens.Length - at)), at));
        var logits = new ReadOnlySpan<float>(LlamaApi.llama_get_logits_ith(_context.Handle, -1), Words);
        var best = -1;
        for (var token = 0; token < Words; token++)
        {
            if (!closed.Contains(token) && (best < 0 || logits[token] > logits[best]))
                best = token;
        }

        return best;
    }

    public void Dispose()
    {
        _context.Dispose();
        _model.Dispose();
    }
}
