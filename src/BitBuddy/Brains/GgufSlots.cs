using BitBuddy.Conversation;

namespace BitBuddy.Brains;

/// <summary>What the file of a brain of slots (prompt layout 2) says of it.</summary>
/// <param name="FirstToken">The id of the first slot's token; the others follow it.</param>
/// <param name="Words">All words it was taught, lower case; empty where the file does not say.</param>
/// <param name="Situations">The situations it was taught, lower case; empty where the file does not say.</param>
public sealed record GgufSlots(int FirstToken, IReadOnlySet<string> Words, IReadOnlySet<string> Situations)
{
    internal const string WordsKey = "bitbuddy.words";
    internal const string SituationsKey = "bitbuddy.situations";

    internal static GgufSlots? From(GgufKeys keys)
    {
        if (keys.Number("bitbuddy.prompt_layout") != SlotPrompt.Layout)
            return null;
        var tokens = keys.Find(GgufVocabulary.TokensKey)?.Count ?? 0;
        return keys.Number("bitbuddy.slot_token_id") is >= 0 and var first && first + SlotTokens.Count <= tokens
            ? new GgufSlots((int)first, Split(keys.Text(WordsKey)), Split(keys.Text(SituationsKey)))
            : throw new GgufException("speaks in slots and does not say which of its tokens they are; it is damaged");
    }

    private static HashSet<string> Split(string? words) => [.. (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
