using System.Text;
using BitBuddy.Llama.Templates;

namespace BitBuddy.Llama;

/// <summary>A prompt in tokens.</summary>
/// <param name="Tokens">All of it.</param>
/// <param name="Parts">How many of them each content of each message has, in their order.</param>
/// <param name="Cuts">Depths, rising, down to which the prompt often stays the same: behind the first text of the system message, and where the next message's own text begins.</param>
/// <param name="End">Depth behind the last text, before the marks that end its turn.</param>
internal sealed record TokenizedPrompt(IReadOnlyList<int> Tokens, IReadOnlyList<int> Parts, IReadOnlyList<int> Cuts, int End)
{
    /// <summary>The part that is there before any question.</summary>
    public TokenizedPrompt Head => UpTo(Cuts is [.., var last] ? last : 0);

    /// <summary>The part that more text may follow.</summary>
    public TokenizedPrompt Begun => UpTo(End);

    private TokenizedPrompt UpTo(int depth) => this with { Tokens = [.. Tokens.Take(depth)] };
}

/// <summary>Tokenises a rendered prompt piece by piece, so that nothing in data can become a control token.</summary>
internal sealed class PromptTokenizer(Vocabulary vocabulary, ChatTemplate template)
{
    // A control character is no part of any word, so its tokens never grow into the text behind it.
    private const string Guard = "\u0001";

    private readonly int[] _guard = vocabulary.Tokenize(Guard, special: false);

    /// <param name="messages">The talk.</param>
    /// <param name="remembered">The tokens a reply was spoken in, by its text; null where it is not remembered.</param>
    public TokenizedPrompt Tokenize(IReadOnlyList<PromptMessage> messages, Func<string, IReadOnlyList<int>?> remembered)
    {
        var replies = new bool[messages.Sum(message => message.Contents.Count)];
        var content = 0;
        foreach (var message in messages)
        {
            foreach (var _ in message.Contents)
                replies[content++] = message is { Role: PromptRole.Assistant, Contents.Count: 1 };
        }

        var pieces = (messages.Any(message => message.Role == PromptRole.Frame) ? BareTemplate.Instance : template).Render(messages);
        var tokens = new List<int>();
        var parts = new int[replies.Length];
        var begins = new int[replies.Length];
        if ((template.StartsWithBos ? vocabulary.KnownBos : vocabulary.Bos) is { } bos)
            tokens.Add(bos);
        foreach (var piece in pieces)
        {
            var before = tokens.Count;
            if (piece.IsFrame)
                Append(tokens, piece.Text, special: true);
            else if (replies[piece.Content] && remembered(piece.Text) is { } spoken)
                tokens.AddRange(spoken);
            else
                AppendData(tokens, piece.Text);
            if (piece.Content < 0)
                continue;
            parts[piece.Content] = tokens.Count - before;
            begins[piece.Content] = before;
        }

        return new TokenizedPrompt(tokens, parts, Cuts(messages, parts, begins), parts.Length == 0 ? 0 : begins[^1] + parts[^1]);
    }

    private static int[] Cuts(IReadOnlyList<PromptMessage> messages, int[] parts, int[] begins)
    {
        if (messages is not [{ Role: PromptRole.System, Contents.Count: > 0 and var system }, ..] || parts.AsSpan(0, system).IndexOfAnyExcept(0) < 0)
            return [];
        // The marks before the next text are the same for every question.
        var deepest = system < begins.Length ? begins[system] : begins[^1] + parts[^1];
        return parts[0] == 0 || parts.AsSpan(1, system - 1).IndexOfAnyExcept(0) < 0 ? [deepest] : [begins[0] + parts[0], deepest];
    }

    // A tokenizer takes user-defined tokens out of any text, special tokens on or off, and some files have their marks among
    // them; cut in two, such a name is only text.
    private void AppendData(List<int> tokens, string text)
    {
        var cuts = MarkCuts(text);
        if (cuts.Count == 0)
        {
            Append(tokens, text, special: false);
            return;
        }

        var start = 0;
        foreach (var cut in cuts.Append(text.Length))
        {
            AppendData(tokens, text[start..cut]);
            start = cut;
        }
    }

    private SortedSet<int> MarkCuts(string text)
    {
        var cuts = new SortedSet<int>();
        foreach (var token in vocabulary.Tokenize(text, special: false).Distinct().Where(vocabulary.IsUserDefined))
        {
            var mark = Encoding.UTF8.GetString(vocabulary.Piece(token));
            var first = mark.Length == 0 ? 0 : Rune.GetRuneAt(mark, 0).Utf16SequenceLength;
            if (mark.Length == first || string.IsNullOrWhiteSpace(mark))
                continue;
            for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
                cuts.Add(at + first);
        }

        return cuts;
    }

    private void Append(List<int> tokens, string text, bool special)
    {
        if (text.Length == 0)
            return;

        // The space is right at the start and after a special token, as in a whole text; anywhere else it is a stray one.
        var stray = vocabulary.AddsSpace && tokens.Count > 0 && !vocabulary.IsSpecial(tokens[^1]);
        if (stray && vocabulary.Tokenize(Guard + text, special) is var guarded && guarded.AsSpan().StartsWith(_guard))
            tokens.AddRange(guarded[_guard.Length..]);
        else
            tokens.AddRange(vocabulary.Tokenize(text, special));
    }
}
