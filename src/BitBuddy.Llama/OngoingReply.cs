using BitBuddy.Llama.States;

namespace BitBuddy.Llama;

/// <summary>A reply as far as it has come: all that is needed to go on with it from any of its positions.</summary>
/// <param name="Prompt">What it answers.</param>
/// <param name="Options">How it is sampled.</param>
internal sealed record OngoingReply(TokenizedPrompt Prompt, ReplyOptions Options)
{
    private readonly SortedDictionary<int, HashSet<int>> _closed = [];
    private readonly HashSet<int>? _everywhere = Options.Closed.Count == 0 ? null : [.. Options.Closed];

    public List<int> Sampled { get; } = [];

    /// <summary>Prompt and reply, as the context must hold them for the next token.</summary>
    public int[] Tokens => [.. Prompt.Tokens, .. Sampled];

    /// <summary>What computing the prompt took, once that has happened.</summary>
    public SequenceReuse? Reuse { get; set; }

    public long PromptMicroseconds { get; set; }

    public long FirstTokenMicroseconds { get; set; }

    /// <summary>Tokens that may not come next; null: any may.</summary>
    public IReadOnlySet<int>? ClosedNow => _closed.GetValueOrDefault(Sampled.Count) ?? _everywhere;

    /// <summary>Unsays what is behind a position and closes tokens there; what was closed further on belongs to a path that is gone.</summary>
    /// <exception cref="LlamaException">There is no such position.</exception>
    public void GoBack(int position, IReadOnlyList<int> closed)
    {
        if (position < 0 || position > Sampled.Count)
            throw new LlamaException($"The reply has {Sampled.Count} tokens, so it cannot go back to {position}.");
        Sampled.RemoveRange(position, Sampled.Count - position);
        foreach (var gone in _closed.Keys.Where(at => at > position).ToArray())
            _closed.Remove(gone);
        if (!_closed.TryGetValue(position, out var here))
            _closed[position] = here = [.. Options.Closed];
        here.UnionWith(closed);
    }

    public ReplyEnd End(bool atLimit) => new(
        atLimit, Prompt.Tokens.Count, Reuse?.Cached ?? 0, Reuse?.Restored ?? 0, Sampled.Count,
        PromptMicroseconds, FirstTokenMicroseconds, Reuse?.RestoreMicroseconds ?? 0);
}
