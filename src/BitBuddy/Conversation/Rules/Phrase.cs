using System.Text;

namespace BitBuddy.Conversation;

/// <summary>
/// A phrase with choices and slots: "[Here is|I found] {file}." Choices may stand in choices, and one of them may be empty. Only the
/// phrase is ours; what goes into a slot is data and stays as it is.
/// </summary>
internal static class Phrase
{
    /// <summary>Settles every choice; <paramref name="pick"/> answers with one of so many, from 0.</summary>
    public static string Settle(string phrase, Func<int, int> pick)
    {
        var at = 0;
        return Settle(phrase, ref at, pick)[0];
    }

    /// <summary>A clause of ours begins a sentence with a capital; a name never changes.</summary>
    /// <exception cref="KeyNotFoundException">The phrase has a slot that <paramref name="slots"/> does not fill.</exception>
    public static string Fill(string phrase, IReadOnlyDictionary<string, string> slots)
    {
        var text = new StringBuilder(phrase.Length + 64);
        for (var at = 0; at < phrase.Length;)
        {
            var open = phrase.IndexOf('{', at);
            if (open < 0)
                return text.Append(phrase, at, phrase.Length - at).ToString();
            var close = phrase.IndexOf('}', open);
            text.Append(phrase, at, open - at);
            var slot = phrase[(open + 1)..close];
            text.Append(slot != "name" && BeginsSentence(text) ? Capital(slots[slot]) : slots[slot]);
            at = close + 1;
        }

        return text.ToString();
    }

    // All alternatives up to the bracket that ends them, or the end of the phrase.
    private static List<string> Settle(string phrase, ref int at, Func<int, int> pick)
    {
        List<string> alternatives = [];
        var text = new StringBuilder();
        for (; at < phrase.Length && phrase[at] != ']'; at++)
        {
            if (phrase[at] == '[')
            {
                at++;
                var inner = Settle(phrase, ref at, pick);
                text.Append(inner[pick(inner.Count)]);
            }
            else if (phrase[at] == '|')
            {
                alternatives.Add(text.ToString());
                text.Clear();
            }
            else
            {
                text.Append(phrase[at]);
            }
        }

        alternatives.Add(text.ToString());
        return alternatives;
    }

    private static bool BeginsSentence(StringBuilder text) =>
        text.Length == 0 || (text.Length > 1 && text[^1] == ' ' && text[^2] is '.' or '!' or '?');

    private static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
