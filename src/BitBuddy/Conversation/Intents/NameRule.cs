using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What no other rule has read is part of a name: quoted phrases whole, words without the small ones.</summary>
internal static class NameRule
{
    /// <summary>True when a verb of change stood beside a time or an order ("changed yesterday") and was passed over.</summary>
    public static bool Read(Tokens tokens, Draft draft)
    {
        var changes = false;
        foreach (var token in tokens.Left)
        {
            if (token.Quoted)
                draft.AddWord(token.Text);
            else if (AskPhrases.Changes.Contains(token.Text) && (draft.HasTime || draft.Order != FileOrder.Relevance))
                changes = true;
            else if (!AskPhrases.Stop.Contains(token.Text) && token.Text.Any(char.IsLetterOrDigit))
                draft.AddWord(Plurals.Stem(token.Text));
        }

        return changes;
    }
}
