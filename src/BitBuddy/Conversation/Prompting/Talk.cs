using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>The talk so far, as far as it is still in the context; the oldest turn first.</summary>
public sealed record Talk(IReadOnlyList<TalkTurn> Turns)
{
    public static readonly Talk Empty = new([]);

    internal IEnumerable<ChatMessage> Messages => Turns.SelectMany(turn => (ChatMessage[])[turn.User, new ChatMessage(ChatRole.Assistant, turn.Reply)]);

    internal Talk With(TalkTurn turn) => new([.. Turns, turn]);

    /// <summary>What a talk starts again from when it has grown too long: the last question and reply.</summary>
    internal Talk LastOnly() => Turns.Count == 0
        ? this
        : new([Turns[^1] with { User = new ChatMessage(ChatRole.User, [Turns[^1].User.Contents[0]]) }]);
}
