namespace BitBuddy.Llama;

/// <summary>The tokens of the last replies by their text, so that a talk only ever grows in the context.</summary>
internal sealed class RememberedReplies(Vocabulary vocabulary)
{
    private const int Most = 16;
    private readonly List<(string Text, int[] Tokens)> _replies = [];

    /// <summary>Keeps a reply whose tokens, or the first of them, say exactly this text; others are not worth keeping. Its end is the template's to write.</summary>
    public void Keep(string text, List<int> tokens)
    {
        text = text.Trim();
        if (text.Length == 0)
            return;
        for (var count = tokens.FindLastIndex(token => !vocabulary.IsEnd(token)) + 1; count > 0; count--)
        {
            var spoken = new StreamingText();
            var said = string.Concat(tokens.Take(count).Select(token => spoken.Add(vocabulary.Piece(token)))).Trim();
            if (said.Length < text.Length)
                return;
            if (said != text)
                continue;
            _replies.RemoveAll(reply => reply.Text == text);
            _replies.Add((text, [.. tokens.Take(count)]));
            if (_replies.Count > Most)
                _replies.RemoveAt(0);
            return;
        }
    }

    public IReadOnlyList<int>? Find(string text)
    {
        text = text.Trim();
        return _replies.Find(reply => reply.Text == text).Tokens;
    }
}
