namespace BitBuddy.Conversation;

/// <summary>Plural name words.</summary>
internal static class Plurals
{
    public static bool IsPlural(string word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && word.All(char.IsLetter);

    /// <summary>"invoices" also looks for "invoice", "taxes" for "tax", "viruses" for "virus"; short words stay as they are ("news").</summary>
    public static string Stem(string word) =>
        word.Length < 4 || word is "news" or "lens" or "mars" or "this" || !IsPlural(word) || word[^2] == 'a' || word.EndsWith("ies", StringComparison.Ordinal) ? word
        : word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
            || (word.EndsWith("uses", StringComparison.Ordinal) && word.Length > 4 && word[^5] is 'n' or 'p' or 'r' or 't') ? word[..^2]
        : word[..^1];
}
