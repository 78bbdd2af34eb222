namespace BitBuddy.Llama.Templates;

/// <summary>Collects pieces; frames that touch become one, as the tokenizer must see them.</summary>
internal sealed class PieceList
{
    private readonly List<PromptPiece> _pieces = [];

    public IReadOnlyList<PromptPiece> Pieces => _pieces;

    public void Frame(string text)
    {
        if (text.Length == 0)
            return;
        if (_pieces is [.., { IsFrame: true } last])
            _pieces[^1] = last with { Text = last.Text + text };
        else
            _pieces.Add(new PromptPiece(text, true, -1));
    }

    /// <summary>Empty data is kept, so that each content has its piece.</summary>
    public void Data(string text, int content) => _pieces.Add(new PromptPiece(text, false, content));
}
