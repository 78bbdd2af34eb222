using System.Text;
using BitBuddy.Llama.States;
using BitBuddy.Llama.Templates;

namespace BitBuddy.Llama;

/// <summary>One model with its context: computes replies one at a time, and keeps what it computed for the next.</summary>
internal sealed class LlamaSession : IDisposable
{
    private static readonly TimeSpan PrepareGrace = TimeSpan.FromSeconds(1);

    private readonly LlamaModel _model;
    private readonly LlamaContext _context;
    private readonly LiveSequence _sequence;
    private readonly PrefixStates _states;
    private readonly PromptTokenizer _tokenizer;
    private readonly RememberedReplies _replies;
    private readonly TimeProvider _time;
    private OngoingReply? _last;

    public LlamaSession(LlamaModel model, LlamaSettings settings, StateSettings? states, TimeProvider time)
    {
        _model = model;
        _time = time;
        _context = new LlamaContext(model, settings);
        _replies = new RememberedReplies(model.Vocabulary);
        Template = ChatTemplate.For(model.ChatTemplate, model.Vocabulary.EndText);
        _tokenizer = new PromptTokenizer(model.Vocabulary, Template);
        var engine = LlamaEngine.LoadedVersion ?? LlamaEngine.Version;
        var folder = states is null ? null : new StateFolder(states, $"{engine} {_context.Size} {settings.GpuLayers}", time);
        _sequence = new LiveSequence(_context, model.CutsBack);
        _states = new PrefixStates(_sequence, folder, time);
        Info = new ModelInfo(
            model.Description, model.Bytes, model.Parameters, Template.Family, _context.Size, model.TrainedContextSize, engine, LlamaEngine.CpuBackend);
    }

    public ModelInfo Info { get; }

    public ChatTemplate Template { get; }

    public PromptCount Count(IReadOnlyList<PromptMessage> messages)
    {
        var prompt = _tokenizer.Tokenize(messages, _replies.Find);
        return new PromptCount(prompt.Tokens.Count, prompt.Parts);
    }

    /// <summary>Computes the beginning of a coming prompt.</summary>
    /// <param name="messages">The system message alone, or all of the talk, a question begun at its end.</param>
    /// <param name="cancellationToken">What was computed until then stays.</param>
    public PreparedHead Prepare(IReadOnlyList<PromptMessage> messages, CancellationToken cancellationToken)
    {
        var head = Beginning(messages);
        // What is being computed is needed by the question that cancels: it is finished, unless that takes too long.
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var soon = cancellationToken.Register(() => late.CancelAfter(PrepareGrace));
        using var work = Begin(late.Token);
        var reuse = _states.Prepare([.. head.Tokens], head.Cuts, cancellationToken);
        // The question that cancels is computed now: what was taken is written after it.
        if (!cancellationToken.IsCancellationRequested)
            _states.Write();
        return new PreparedHead(head.Tokens.Count, head.Tokens.Count - reuse.Cached);
    }

    /// <summary>Computes a reply, one token a step. One at a time.</summary>
    /// <exception cref="LlamaException">The prompt is longer than the context, or the engine failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the session stays usable.</exception>
    public IEnumerable<ReplyStep> Reply(IReadOnlyList<PromptMessage> messages, ReplyOptions options, CancellationToken cancellationToken)
    {
        _last = new OngoingReply(Fitting(_tokenizer.Tokenize(messages, _replies.Find)), options);
        return Speak(_last, cancellationToken);
    }

    /// <summary>Goes on with the last reply from a position of it, whether or not it had ended.</summary>
    /// <param name="position">Number of its tokens that stay.</param>
    /// <param name="closed">Tokens that may not come next there.</param>
    /// <param name="cancellationToken">Ends it again.</param>
    /// <exception cref="LlamaException">There is no such position, or the engine failed.</exception>
    public IEnumerable<ReplyStep> Resume(int position, IReadOnlyList<int> closed, CancellationToken cancellationToken)
    {
        var reply = _last ?? throw new LlamaException("There is no reply to go back in; ask first.");
        reply.GoBack(position, closed);
        return Speak(reply, cancellationToken);
    }

    /// <summary>Completes when all states taken until now are on disk.</summary>
    public Task SaveAsync()
    {
        _states.Write();
        return _states.Written;
    }

    public void Dispose()
    {
        _states.Dispose();
        _context.Dispose();
        _model.Dispose();
    }

    private IEnumerable<ReplyStep> Speak(OngoingReply reply, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var said = new StringBuilder();
        using var work = Begin(cancellationToken);
        try
        {
            using var sampler = new LlamaSampler(reply.Options, _model.Vocabulary.Count);
            var text = new StreamingText();
            var stops = new StopStrings([.. Template.Stops, .. reply.Options.Stops]);
            foreach (var token in reply.Sampled)
            {
                sampler.Accept(token);
                said.Append(Shown(token));
            }

            var inContext = false;
            while (!stops.Stopped && !HasEnded(reply) && !IsAtLimit(reply))
            {
                if (inContext)
                    _sequence.Extend([reply.Sampled[^1]], logits: true, cancellationToken);
                else
                    Reach(reply, began, cancellationToken);
                inContext = true;
                cancellationToken.ThrowIfCancellationRequested();
                if (sampler.Next(_context, reply.ClosedNow) is not { } token)
                    break;
                reply.Sampled.Add(token);
                if (reply.FirstTokenMicroseconds == 0)
                    reply.FirstTokenMicroseconds = Microseconds(began);
                var shown = Shown(token);
                said.Append(shown);
                yield return new ReplyStep(shown, reply.Sampled.Count, token);
            }

            var rest = stops.Finish();
            said.Append(rest);
            yield return new ReplyStep(rest, reply.Sampled.Count, null, reply.End(!stops.Stopped && !HasEnded(reply) && IsAtLimit(reply)));
            // Not where it is given up: another that goes on with it may follow at once.
            _states.Write();

            string Shown(int token) => _model.Vocabulary.IsEnd(token) ? "" : stops.Add(text.Add(_model.Vocabulary.Piece(token)));
        }
        finally
        {
            _replies.Keep(said.ToString(), reply.Sampled);
        }
    }

    private void Reach(OngoingReply reply, long began, CancellationToken cancellationToken)
    {
        var reuse = _states.Reach(reply.Tokens, reply.Prompt.Cuts, cancellationToken);
        if (reply.Reuse is not null)
            return;
        reply.Reuse = reuse;
        reply.PromptMicroseconds = Microseconds(began);
    }

    private bool HasEnded(OngoingReply reply) => reply.Sampled is [.., var last] && _model.Vocabulary.IsEnd(last);

    // The last token sampled is not in the context yet, so there is room for one more than it holds.
    private bool IsAtLimit(OngoingReply reply) =>
        reply.Sampled.Count >= reply.Options.MaxTokens || reply.Prompt.Tokens.Count + reply.Sampled.Count > _context.Size;

    private TokenizedPrompt Beginning(IReadOnlyList<PromptMessage> messages)
    {
        if (messages.Count > 1 && _tokenizer.Tokenize(messages, _replies.Find).Begun is var begun && begun.Tokens.Count < _context.Size)
            return begun;
        // A question behind it, so that every template writes the head as it will in the prompt to come.
        return Fitting(_tokenizer.Tokenize([.. messages.Take(1), new PromptMessage(PromptRole.User, null, ["x"])], _replies.Find).Head);
    }

    private TokenizedPrompt Fitting(TokenizedPrompt prompt) => prompt.Tokens.Count < _context.Size
        ? prompt
        : throw new LlamaException($"The prompt is {prompt.Tokens.Count} tokens long, but this brain's context holds {_context.Size}; say less at once.");

    private long Microseconds(long began) => (long)_time.GetElapsedTime(began).TotalMicroseconds;

    /// <summary>Before something computes: cancelling stops the engine until the end of it.</summary>
    private CancellationTokenRegistration Begin(CancellationToken cancellationToken)
    {
        _context.Aborting = false;
        return cancellationToken.Register(() => _context.Aborting = true);
    }
}
