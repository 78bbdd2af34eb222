using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What no other rule has read is part of a name: quoted phrases whole, words without the small ones.</summary>
internal static class NameRule
{
    /// <summary>True when a verb of change stood beside a time or an order ("changed yesterday") and was passed over.</summary>
    public static bool Read(Tokens tokens, Draft draft, Func<string, bool> isFolder)
    {
        var changes = false;
        var left = tokens.Left.ToArray();
        for (var at = 0; at < left.Length; at++)
        {
            var token = left[at];
            var isLast = token.Text == "last" && at + 1 < left.Length && AskPhrases.Changes.Contains(left[at + 1].Text);
            if (isLast)
                at++;
            else if (token.Quoted)
                draft.AddWord(token.Text);
            else if (AskPhrases.Changes.Contains(token.Text) && (draft.HasTime || draft.Order != FileOrder.Relevance))
                changes = true;
            else if (!AskPhrases.Stop.Contains(token.Text) && token.Text.Any(char.IsLetterOrDigit))
                draft.AddWord(isFolder(token.Text) ? token.Text : Plurals.Stem(token.Text));
        }

        return changes;
    }
}
