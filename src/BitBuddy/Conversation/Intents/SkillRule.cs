namespace BitBuddy.Conversation;

/// <summary>Wishes that belong to a skill of their own: duplicates, tidying, stale files, versions, summaries.</summary>
internal static class SkillRule
{
    public static IntentKind? Read(Tokens tokens)
    {
        var begin = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        foreach (var (kind, book) in AskPhrases.Skills)
        {
            if (book.Match(tokens, begin) > 0)
                return kind;
        }

        for (var at = 0; at < tokens.Count; at++)
        {
            // "find duplicate key.pdf" looks for a name.
            if (tokens[at] is "duplicates" || (tokens[at] is "duplicate" or "duplicated" && KindRule.Match(tokens, at + 1).Word is not null))
                return IntentKind.Duplicates;
            if (tokens[at] is "not" or "never" && tokens[at + 1] is "opened" or "used" or "touched")
                return IntentKind.Stale;
        }

        return null;
    }
}
