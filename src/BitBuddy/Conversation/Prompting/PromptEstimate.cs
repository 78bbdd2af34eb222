using System.Text;
using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>Token counts for a brain that does not tell: 3 UTF-8 bytes a token, and a few for the frame of each message.</summary>
internal static class PromptEstimate
{
    private const int Frame = 6;

    public static int Tokens(int bytes) => (Math.Max(0, bytes) + 2) / 3;

    public static PromptTokens Count(IReadOnlyList<ChatMessage> messages)
    {
        var parts = messages.SelectMany(message => message.Contents).OfType<TextContent>()
            .Select(content => Tokens(Encoding.UTF8.GetByteCount(content.Text))).ToList();
        return new PromptTokens(parts.Sum() + Frame * (messages.Count + 1), parts);
    }
}
