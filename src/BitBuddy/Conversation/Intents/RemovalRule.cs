namespace BitBuddy.Conversation;

/// <summary>What is no more: "what was deleted this week", "which photos have disappeared", "deleted pdfs".</summary>
internal sealed class RemovalRule(TimeProvider clock, Func<string, bool> isFolder)
{
    /// <summary>Null when nothing gone is asked for; then nothing is used up.</summary>
    public Intent? Read(Tokens tokens)
    {
        // "how much would I gain if I deleted"
        if (Enumerable.Range(0, tokens.Count).Any(at => tokens[at] is "if" or "would" or "could"))
            return null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (RemovalPhrases.Gone.Match(tokens, at) is not (> 0 and var length) || !Stands(tokens, at, at + length))
                continue;
            var rest = tokens.Part(0, tokens.Count);
            rest.Use(at, length);
            var kind = AskRule.Read(rest)?.Kind == IntentKind.Count ? IntentKind.Count : IntentKind.Newest;
            return new QuestionReader(clock, isFolder).ReadPart(rest, isList: true) is { IsUnread: false } draft
                ? new Intent(kind, draft.ToQuery() with { Order = Files.FileOrder.Newest }) { IsRemoved = true } : null;
        }

        return null;
    }

    // "can be deleted" and "not deleted" are other questions; "deleted scenes" is a name.
    private static bool Stands(Tokens tokens, int at, int end)
    {
        if (RemovalPhrases.Denied.Contains(tokens.Word(at - 1)))
            return false;
        return end - at > 1 || KindRule.Match(tokens, end).Word is not null
            || (RemovalPhrases.Behind.Contains(tokens[end]) && (tokens[0] is "what" or "which" or "how" or "list" or "show" or "did" or "has" or "have" or "anything" or "any" or "something" || at == 0 || KindRule.Match(tokens, at - 1).Word is not null));
    }
}
