using System.Runtime.CompilerServices;
using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>
/// A brain that recites: sentence after sentence, of each the first wording that is still open to it. Where its path is closed it says the
/// next best that begins as what it has said, and where nothing is left, a full stop. As fast as its words can be heard.
/// </summary>
internal sealed class RecitingBrain : IChatClient, IRewind
{
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<int> _said = [];
    private readonly Dictionary<int, HashSet<int>> _closed = [];
    private List<List<int[]>> _script = [];
    private List<string> _texts = [];
    private bool _wentBack;

    /// <summary>How often it was sent back.</summary>
    public int Rewinds { get; private set; }

    /// <param name="script">Of each sentence its wordings, the likeliest first.</param>
    /// <param name="grain">Characters a token has at most; a space begins another.</param>
    public void Learn(IReadOnlyList<IReadOnlyList<string>> script, int grain)
    {
        _ids.Clear();
        _texts = [];
        Rewinds = 0;
        _script = [.. script.Select(wordings => wordings.Select(wording => Tokens(wording, grain)).ToList())];
    }

    public void Rewind(int position, IReadOnlyList<int> closed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, _said.Count);
        Rewinds++;
        _wentBack = true;
        _said.RemoveRange(position, _said.Count - position);
        foreach (var gone in _closed.Keys.Where(at => at > position).ToArray())
            _closed.Remove(gone);
        if (!_closed.TryGetValue(position, out var here))
            _closed[position] = here = [];
        here.UnionWith(closed);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        _said.Clear();
        _closed.Clear();
        do
        {
            _wentBack = false;
            while (Next() is { } token)
            {
                _said.Add(token);
                yield return Update(_texts[token], [token]);
            }

            yield return Update("", []);
        }
        while (_wentBack);
    }

    private int? Next()
    {
        var at = 0;
        foreach (var wordings in _script)
        {
            var said = _said[at..];
            if (wordings.Find(wording => said.Take(wording.Length).SequenceEqual(wording)) is { } whole)
            {
                at += whole.Length;
                continue;
            }

            // Ended before its end.
            if (said.IndexOf(Stop) is >= 0 and var stop)
            {
                at += stop + 1;
                continue;
            }

            var open = wordings.Where(wording => wording.Length > said.Count && wording.Take(said.Count).SequenceEqual(said)).Select(wording => wording[said.Count]);
            return open.Append(Stop).Cast<int?>().FirstOrDefault(token => _closed.GetValueOrDefault(_said.Count)?.Contains(token!.Value) != true);
        }

        return null;
    }

    private int Stop => Id(".!");

    private int[] Tokens(string text, int grain)
    {
        var tokens = new List<int>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            for (end = start + 1; end < text.Length && text[end] != ' ' && end - start < grain; end++)
            {
            }

            tokens.Add(Id(text[start..end]));
        }

        return [.. tokens];
    }

    private int Id(string text)
    {
        if (_ids.TryGetValue(text, out var id))
            return id;
        _texts.Add(text);
        return _ids[text] = _texts.Count - 1;
    }

    private ChatResponseUpdate Update(string text, int[] tokens) => new(ChatRole.Assistant, text)
    {
        FinishReason = tokens.Length == 0 ? ChatFinishReason.Stop : null,
        AdditionalProperties = new() { [IRewind.Position] = _said.Count, [IRewind.Tokens] = tokens },
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
