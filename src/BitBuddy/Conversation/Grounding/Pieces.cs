using System.Text;

namespace BitBuddy.Conversation;

/// <summary>
/// The pieces of a reply from one place on, read only as far as asked. Whatever would depend on text that has not come yet
/// sets <see cref="Starved"/>; so a decision made unstarved is the same however the text was split.
/// </summary>
internal sealed class Pieces(string text, int start, bool isWhole)
{
    public const int LongestWord = 300;
    private readonly List<Piece> pieces = [];

    public string Text => text;
    public int Start => start;
    public bool Starved { get; private set; }

    public Piece this[int index]
    {
        get
        {
            while (pieces.Count <= index)
                pieces.Add(Read(pieces.Count == 0 ? start : pieces[^1].End));
            return pieces[index];
        }
    }

    /// <summary>The next word on this line after piece <paramref name="index"/>; -1 when a mark or the end comes first.</summary>
    public int NextWord(int index)
    {
        var next = index + 1;
        if (this[next] is { Kind: PieceKind.Space, IsLineBreak: false })
            next++;
        return this[next].Kind == PieceKind.Word ? next : -1;
    }

    /// <summary>The next word on this line, lower case; "" when there is none.</summary>
    public string NextLower(int index) => NextWord(index) is var next and >= 0 ? this[next].Lower : "";

    /// <summary>True when <paramref name="phrase"/> stands there, case aside, and no word goes on behind it.</summary>
    public bool Says(string phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            var there = CharAt(start + i);
            if (there != phrase[i] && char.ToLowerInvariant(there) != char.ToLowerInvariant(phrase[i]) && !(there == '\u2019' && phrase[i] == '\''))
                return false;
        }

        var end = start + phrase.Length;
        return !char.IsLetterOrDigit(phrase[^1]) || !Continues(end);
    }

    /// <summary>The character there; '\0' past the end (and starved while more may come).</summary>
    public char CharAt(int at)
    {
        if (at < text.Length)
            return text[at];
        Starved |= !isWhole;
        return '\0';
    }

    private Piece Read(int at)
    {
        var first = CharAt(at);
        if (first == '\0' && at >= text.Length)
            return new Piece(PieceKind.End, text.Length, "");
        var end = at + 1;
        if (char.IsWhiteSpace(first))
        {
            while (char.IsWhiteSpace(CharAt(end)))
                end++;
            return new Piece(PieceKind.Space, at, text[at..end]);
        }

        if (IsLetter(at) || (first is '.' or '/' or '\\' && IsLetter(at + 1)) || first is '/' or '\\')
        {
            while (end - at < LongestWord && Continues(end))
                end++;
            return new Piece(PieceKind.Word, at, text[at..end]);
        }

        if (char.IsHighSurrogate(first) && char.IsLowSurrogate(CharAt(at + 1)))
            end++;
        return new Piece(PieceKind.Mark, at, text[at..end]);
    }

    // A mark belongs to a word only when a letter or digit follows: "budget.pdf", "1,000", "don't", "12:30".
    private bool Continues(int at) => CharAt(at) switch
    {
        '/' or '\\' or '_' => true,
        '.' or '-' or '\uff0e' or '\u2024' or '\u3002' or '\uff61' => IsLetter(at + 1) || CharAt(at + 1) is '/' or '\\' or '_',
        ',' => char.IsAsciiDigit(CharAt(at - 1)) && char.IsAsciiDigit(CharAt(at + 1)),
        // The possessive is apart, so that "secret.pdf's" is still a name.
        '\'' or '\u2019' => char.IsLetter(CharAt(at - 1)) && char.IsLetter(CharAt(at + 1)) && !(CharAt(at + 1) is 's' or 'S' && !IsLetter(at + 2)),
        ':' => char.IsAsciiDigit(CharAt(at + 1)) || CharAt(at + 1) is '/' or '\\',
        _ => IsLetter(at),
    };

    private bool IsLetter(int at)
    {
        var there = CharAt(at);
        if (char.IsHighSurrogate(there) && char.IsLowSurrogate(CharAt(at + 1)))
            return Rune.IsLetterOrDigit(new Rune(there, CharAt(at + 1)));
        if (char.IsLowSurrogate(there) && at > start && char.IsHighSurrogate(text[at - 1]))
            return Rune.IsLetterOrDigit(new Rune(text[at - 1], there));
        return char.IsLetterOrDigit(there) || char.IsNumber(there) || there == '_'
            // A mark that cannot be seen hides nothing of a word.
            || char.GetUnicodeCategory(there) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format;
    }
}
