using System.Text;

namespace BitBuddy.Conversation;

/// <summary>Drops <c>&lt;think&gt;...&lt;/think&gt;</c> from a stream, also when a tag is split over pieces or never closed.</summary>
internal sealed class ThinkFilter
{
    private const string Open = "<think>";
    private const string Close = "</think>";
    private string held = "";
    private bool thinking;

    /// <summary>The text outside of the tags that is certain by now.</summary>
    public string Push(string text, bool isEnd = false)
    {
        held += text;
        var clear = new StringBuilder();
        var at = 0;
        while (at < held.Length)
        {
            var left = held.AsSpan(at);
            if (left[0] != '<')
            {
                Keep(left[0]);
                at++;
            }
            else if (left.StartsWith(Close, StringComparison.OrdinalIgnoreCase))
                (thinking, at) = (false, at + Close.Length);
            else if (left.StartsWith(Open, StringComparison.OrdinalIgnoreCase))
                (thinking, at) = (true, at + Open.Length);
            else if (!isEnd && (Begins(Open, left) || Begins(Close, left)))
                break;
            else
            {
                Keep(left[0]);
                at++;
            }
        }

        held = held[at..];
        return clear.ToString();

        void Keep(char character)
        {
            if (!thinking)
                clear.Append(character);
        }
    }

    private static bool Begins(string tag, ReadOnlySpan<char> text) =>
        text.Length < tag.Length && tag.AsSpan(0, text.Length).Equals(text, StringComparison.OrdinalIgnoreCase);
}
