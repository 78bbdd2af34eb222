using BitBuddy.Llama;
using BitBuddy.Llama.Native;
using BitBuddy.Llama.Templates;
using Microsoft.Extensions.AI;

namespace BitBuddy.EngineTests;

/// <summary>The likeliest next tokens, computed the plain way: all tokens anew each time, nothing kept.</summary>
internal sealed class PlainRun : IDisposable
{
    public const float Rounding = 0.05f;

    public static IReadOnlySet<int> Nothing { get; } = new HashSet<int>();

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

    /// <summary>
    /// How far a token is from being the likeliest one after the kept ones, in logits that run over several units: next to 0 but for the
    /// rounding of other batch sizes. A closed token is infinitely far.
    /// </summary>
    public unsafe float Distance(IEnumerable<int> kept, IReadOnlySet<int> closed, int token)
    {
        int[] tokens = [.. _prompt, .. kept];
        _context.Rewind(0);
        for (var at = 0; at < tokens.Length; at += _context.BatchSize)
            Assert.True(_context.Decode(tokens.AsSpan(at, Math.Min(_context.BatchSize, tokens.Length - at)), at));
        var logits = new ReadOnlySpan<float>(LlamaApi.llama_get_logits_ith(_context.Handle, -1), Words).ToArray();
        var best = logits.Where((_, id) => !closed.Contains(id)).Max();
        return closed.Contains(token) ? float.PositiveInfinity : best - logits[token];
    }

    /// <summary>Fails where a reply at temperature 0 is not what this brain says to this prompt.</summary>
    public static void AssertSays(string brain, IEnumerable<ChatMessage> prompt, Spoken said, float rounding = Rounding)
    {
        using var plain = new PlainRun(brain, prompt);
        Assert.NotEmpty(said.Ids);
        for (var i = 0; i < said.Ids.Count; i++)
            Assert.InRange(plain.Distance(said.Ids.Take(i), Nothing, said.Ids[i]), 0, rounding);
    }

    public void Dispose()
    {
        _context.Dispose();
        _model.Dispose();
    }
}
