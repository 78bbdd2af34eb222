using System.Text;

namespace BitBuddy.App.Editing;

/// <summary>
/// Bytes of a terminal to keys: UTF-8, escape sequences and bracketed pastes, wherever the reads cut them. In a paste line breaks
/// and tabs are spaces and nothing is a command.
/// </summary>
internal sealed class KeyDecoder
{
    private const char Escape = '\e';
    private const string PasteBegins = "\e[200~";
    private const string PasteEnds = "\e[201~";
    private const int LongestSequence = 32;

    private readonly Decoder _utf8 = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _text = new();
    private readonly List<Key> _keys = [];
    private string _sequence = "";
    private bool _pasting;
    private bool _afterBreak;

    /// <summary>The keys that are whole with these bytes; neighbouring characters are one insertion.</summary>
    public IReadOnlyList<Key> Decode(ReadOnlySpan<byte> bytes)
    {
        _keys.Clear();
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var count = _utf8.GetChars(bytes, characters, flush: false);
        foreach (var character in characters.AsSpan(0, count))
            Take(character);
        EndText();
        return [.. _keys];
    }

    private void Take(char character)
    {
        if (_sequence.Length > 0)
            Continue(character);
        else if (character == Escape)
            _sequence = "\e";
        else if (_pasting)
            Paste(character);
        else if (char.IsControl(character))
            Add(KeyMap.Control(character));
        else
            _text.Append(character);
    }

    private void Continue(char character)
    {
        var sequence = _sequence + character;
        _sequence = "";
        if (_pasting)
            ContinuePaste(sequence);
        else if (sequence is [Escape, Escape])
            // Alt before a sequence, or Escape pressed on its own.
            _sequence = "\e";
        else if (sequence is [Escape, '[' or 'O'])
            _sequence = sequence;
        else if (sequence.Length == 2)
            Add(KeyMap.Alt(character));
        else if (char.IsControl(character))
            // Broken off.
            Take(character);
        else if (sequence is [Escape, '[', '['] || (sequence[1] == '[' && !char.IsBetween(character, '@', '~')))
            _sequence = sequence.Length < LongestSequence ? sequence : "";
        else if (sequence == PasteBegins)
            _pasting = true;
        else if (sequence is not [Escape, '[', '[', ..])
            Add(KeyMap.Sequence(sequence));
    }

    private void ContinuePaste(string sequence)
    {
        if (sequence == PasteEnds)
            _pasting = _afterBreak = false;
        else if (PasteEnds.StartsWith(sequence, StringComparison.Ordinal))
            _sequence = sequence;
        else
        {
            foreach (var pasted in sequence.AsSpan(0, sequence.Length - 1))
                Paste(pasted);
            Take(sequence[^1]);
        }
    }

    private void Paste(char character)
    {
        var isBreak = character is '\r' or '\n';
        if (!(isBreak && _afterBreak))
            _text.Append(isBreak || character == '\t' ? ' ' : character);
        _afterBreak = isBreak;
    }

    private void Add(Key? key)
    {
        EndText();
        if (key is { } known)
            _keys.Add(known);
    }

    private void EndText()
    {
        if (_text.Length > 0)
            _keys.Add(new Key(Edit.Insert, _text.ToString()));
        _text.Clear();
    }
}
