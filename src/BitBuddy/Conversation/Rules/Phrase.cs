using System.Text;

namespace BitBuddy.Conversation;

/// <summary>A phrase with slots: "I found {files}." Only the phrase is ours; what goes into a slot is data and stays as it is.</summary>
internal static class Phrase
{
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
            text.Append(phrase, at, open - at).Append(slots[phrase[(open + 1)..close]]);
            at = close + 1;
        }

        return text.ToString();
    }
}
