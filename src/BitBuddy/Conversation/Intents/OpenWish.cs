namespace BitBuddy.Conversation;

/// <summary>A wish to have a file of the last list opened, or shown in its folder.</summary>
/// <param name="Number">From 1, as on the screen.</param>
/// <param name="Reveals">The folder is wanted, and not the file.</param>
public sealed record OpenWish(int Number, bool Reveals)
{
    /// <summary>"open the second", "/open 2", "open it", "reveal number 3", "show the first in its folder"; null when the text is anything else.</summary>
    public static OpenWish? Read(string text)
    {
        var tokens = Tokenizer.Read(text.StartsWith('/') ? text[1..] : text);
        var at = AskPhrases.Lead.Skip(tokens, 0);
        var reveals = OpenPhrases.Reveal.Match(tokens, at);
        var verb = Math.Max(reveals, OpenPhrases.Open.Match(tokens, at));
        if (verb == 0 || text.Contains('-', StringComparison.Ordinal))
            return null;
        at += verb;
        while (OpenPhrases.Fillers.Contains(tokens[at]))
            at++;
        var number = OpenPhrases.Pronouns.Contains(tokens[at]) ? 1 : Math.Max(OrderWords.Ordinal(tokens[at]), tokens[at] is "a" or "an" ? 0 : NumberWords.Whole(tokens[at]));
        if (number <= 0)
            return null;
        at++;
        while (OpenPhrases.Nouns.Contains(tokens[at]))
            at++;
        var folder = OpenPhrases.InFolder.Match(tokens, at);
        // "open the second draft" is a question.
        if (at + folder + OpenPhrases.Courtesy.Match(tokens, at + folder) < tokens.Count)
            return null;
        return new OpenWish(number, reveals == verb || folder > 0);
    }
}
