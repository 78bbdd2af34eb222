using System.Text;
using BitBuddy.Conversation;

namespace BrainSchool.Tokens;

/// <summary>Text to tokens and back: bytes, merges of them, then the special tokens of slots and of the prompt.</summary>
internal sealed class Vocabulary
{
    private const int Remembered = 100_000;
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<(string, string), int> _ranks;
    private readonly Dictionary<string, int[]> _known = new(StringComparer.Ordinal);

    public Vocabulary(IReadOnlyList<(string Left, string Right)> merges)
    {
        Merges = merges;
        string[] plain = [.. Enumerable.Range(0, 256).Select(value => ByteLetters.Of((byte)value).ToString()), .. merges.Select(pair => pair.Left + pair.Right)];
        FirstSlot = plain.Distinct().Count();
        Tokens = [.. plain.Distinct(), .. Enumerable.Range(0, SlotTokens.Count).Select(slot => $"<|v{slot}|>"), SlotTokens.Question, SlotTokens.Answer, SlotTokens.End];
        _ids = Tokens.Index().ToDictionary(token => token.Item, token => token.Index, StringComparer.Ordinal);
        _ranks = merges.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
    }

    public IReadOnlyList<(string Left, string Right)> Merges { get; }

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>The id of <c>&lt;|v0|&gt;</c>; it and all behind it are special.</summary>
    public int FirstSlot { get; }

    public int End => _ids[SlotTokens.End];

    /// <summary>Tokens of a text; a letter that cannot be (half a pair) becomes U+FFFD.</summary>
    /// <param name="special">Whether names of special tokens in it are these tokens.</param>
    public int[] Encode(string text, bool special)
    {
        List<int> ids = [];
        for (var at = 0; at < text.Length;)
        {
            var (begin, end) = special ? NextSpecial(text, at) : (text.Length, text.Length);
            foreach (var word in WordSplit.Of(text[at..begin]))
                ids.AddRange(Word(word));
            if (end > begin)
                ids.Add(_ids[text[begin..end]]);
            at = end;
        }

        return [.. ids];
    }

    /// <summary>A prompt as the app tokenises it: what is data never becomes a special token.</summary>
    public int[] Encode(SlotPrompt prompt) => [.. prompt.Pieces.SelectMany(piece => Encode(piece.Text, piece.IsToken))];

    public string Decode(IEnumerable<int> ids)
    {
        List<byte> bytes = [];
        foreach (var id in ids)
            bytes.AddRange(id >= FirstSlot ? Encoding.UTF8.GetBytes(Tokens[id]) : Tokens[id].Select(ByteLetters.ToByte));
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private (int Begin, int End) NextSpecial(string text, int from)
    {
        for (var begin = text.IndexOf("<|", from, StringComparison.Ordinal); begin >= 0; begin = text.IndexOf("<|", begin + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf("|>", begin, StringComparison.Ordinal) + 2;
            if (end > 1 && _ids.ContainsKey(text[begin..end]))
                return (begin, end);
        }

        return (text.Length, text.Length);
    }

    private int[] Word(string word)
    {
        if (_known.TryGetValue(word, out var known))
            return known;
        var parts = Encoding.UTF8.GetBytes(word).Select(value => ByteLetters.Of(value).ToString()).ToList();
        while (parts.Count > 1)
        {
            var best = parts.Zip(parts.Skip(1)).MinBy(pair => _ranks.GetValueOrDefault(pair, int.MaxValue));
            if (!_ranks.ContainsKey(best))
                break;
            BpeTrainer.Merge(parts, best);
        }

        int[] ids = [.. parts.Select(part => _ids[part])];
        if (_known.Count < Remembered)
            _known[word] = ids;
        return ids;
    }
}
