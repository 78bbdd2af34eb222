namespace BitBuddy.Conversation;

/// <summary>Tells of a question that no rule answers whether it is a wish to act on files, or a comparison of them.</summary>
internal static class BeyondRule
{
    public static Beyond Read(Tokens tokens)
    {
        var at = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        var speaksOfFiles = Enumerable.Range(at, tokens.Count - at).Any(word => KindRule.Match(tokens, word).Word is not null || KnownExtensions.EndsFileName(tokens.Name(word)));
        if (AskPhrases.Acts.Contains(tokens[at]) && (speaksOfFiles || AskPhrases.Acted.Contains(tokens[at + 1])))
            return Beyond.Act;
        return Enumerable.Range(at, tokens.Count - at).Any(than => tokens[than] == "than" && IsComparison(tokens, than)) && (speaksOfFiles || tokens.Left.Any(token => token.Text is "folder" or "folders"))
            ? Beyond.Comparison : Beyond.None;
    }

    // "is my music folder bigger than my photos", "do I have more mp3s than flacs"
    private static bool IsComparison(Tokens tokens, int than) =>
        tokens[0] is "is" or "are" or "do" or "does" or "have" or "what" or "which" && Enumerable.Range(Math.Max(than - 3, 0), Math.Min(than, 3)).Any(at => CompareRule.Orders.ContainsKey(tokens[at]) || tokens[at] is "more" or "fewer" or "less");
}
