using System.Runtime.InteropServices;
using System.Text;
using BitBuddy.Llama.Templates;

namespace BitBuddy.Llama;

/// <summary>One model with its context: computes replies one at a time, and keeps what it computed for the next.</summary>
internal sealed class LlamaSession : IDisposable
{
    private readonly LlamaModel _model;
    private readonly LlamaContext _context;
    private readonly PromptTokenizer _tokenizer;
    private readonly RememberedReplies _replies;
    private readonly TimeProvider _time;
    private readonly List<int> _computed = [];

    public LlamaSession(LlamaModel model, LlamaSettings settings, TimeProvider time)
    {
        _model = model;
        _time = time;
        _context = new LlamaContext(model, settings);
        _replies = new RememberedReplies(model.Vocabulary);
        Template = ChatTemplate.For(model.ChatTemplate, model.Vocabulary.EndText);
        _tokenizer = new PromptTokenizer(model.Vocabulary, Template);
        Info = new ModelInfo(
            model.Description, model.Bytes, model.Parameters, Template.Family, _context.Size, model.TrainedContextSize,
            LlamaEngine.LoadedVersion ?? LlamaEngine.Version, LlamaEngine.CpuBackend);
    }

    public ModelInfo Info { get; }

    public ChatTemplate Template { get; }

    public PromptCount Count(IReadOnlyList<PromptMessage> messages)
    {
        var prompt = _tokenizer.Tokenize(messages, _replies.Find);
        return new PromptCount(prompt.Tokens.Count, prompt.Parts);
    }

    /// <summary>Computes a reply, one token a step. One at a time.</summary>
    /// <exception cref="LlamaException">The prompt is longer than the context, or the engine failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the session stays usable.</exception>
    public IEnumerable<ReplyStep> Reply(IReadOnlyList<PromptMessage> messages, ReplyOptions options, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var sampled = new List<int>();
        var said = new StringBuilder();
        var referenced = false;
        _model.Handle.DangerousAddRef(ref referenced);
        try
        {
            _context.Aborting = false;
            using var abort = cancellationToken.Register(() => _context.Aborting = true);
            using var sampler = new LlamaSampler(options, _model.Vocabulary.Count);
            var text = new StreamingText();
            var stops = new StopStrings([.. Template.Stops, .. options.Stops]);

            var prompt = Fitting(_tokenizer.Tokenize(messages, _replies.Find).Tokens);
            var cached = Compute(prompt, cancellationToken);
            var promptTime = Microseconds(began);
            var firstTime = 0L;
            bool atLimit;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var token = sampler.Next(_context);
                sampled.Add(token);
                if (sampled.Count == 1)
                    firstTime = Microseconds(began);
                if (_model.Vocabulary.IsEnd(token))
                {
                    atLimit = false;
                    break;
                }

                var shown = stops.Add(text.Add(_model.Vocabulary.Piece(token)));
                said.Append(shown);
                if (shown.Length > 0)
                    yield return new ReplyStep(shown, sampled.Count);
                atLimit = !stops.Stopped;
                if (stops.Stopped || sampled.Count == options.MaxTokens || _computed.Count == _context.Size)
                    break;
                Extend([token], cancellationToken);
            }

            var rest = stops.Finish();
            said.Append(rest);
            yield return new ReplyStep(rest, sampled.Count, new ReplyEnd(atLimit, prompt.Count, cached, sampled.Count, promptTime, firstTime));
        }
        finally
        {
            _replies.Keep(said.ToString(), sampled);
            _model.Handle.DangerousRelease();
        }
    }

    public void Dispose()
    {
        _context.Dispose();
        _model.Dispose();
    }

    private IReadOnlyList<int> Fitting(IReadOnlyList<int> prompt) => prompt.Count < _context.Size
        ? prompt
        : throw new LlamaException($"The prompt is {prompt.Count} tokens long, but this brain's context holds {_context.Size}; say less at once.");

    /// <summary>Brings the context to exactly this prompt; gives the number of tokens that were there already.</summary>
    private int Compute(IReadOnlyList<int> prompt, CancellationToken cancellationToken)
    {
        // The last token is always computed again: its logits are what the reply begins with.
        var same = 0;
        while (same < _computed.Count && same < prompt.Count - 1 && _computed[same] == prompt[same])
            same++;
        if (!Rewind(same))
            same = 0;

        int[] rest = [.. prompt.Skip(same)];
        for (var at = 0; at < rest.Length; at += LlamaContext.BatchSize)
            Extend(rest.AsSpan(at, Math.Min(LlamaContext.BatchSize, rest.Length - at)), cancellationToken);
        return same;
    }

    private void Extend(ReadOnlySpan<int> tokens, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = _computed.Count;
        var whole = false;
        try
        {
            whole = _context.Decode(tokens, known);
        }
        finally
        {
            if (!whole)
                Rewind(known);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (!whole)
            throw new LlamaException("The engine stopped computing; ask again.");
        CollectionsMarshal.SetCount(_computed, known + tokens.Length);
        tokens.CopyTo(CollectionsMarshal.AsSpan(_computed)[known..]);
    }

    private bool Rewind(int position)
    {
        var kept = _context.Rewind(position);
        _computed.RemoveRange(kept ? position : 0, _computed.Count - (kept ? position : 0));
        return kept;
    }

    private long Microseconds(long began) => (long)_time.GetElapsedTime(began).TotalMicroseconds;
}
