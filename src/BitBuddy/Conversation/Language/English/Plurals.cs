namespace BitBuddy.Conversation;

/// <summary>Plural name words.</summary>
internal static class Plurals
{
    public static bool IsPlural(string word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && word.All(char.IsLetter);

    /// <summary>"invoices" also looks for "invoice"; short words stay as they are ("news").</summary>
    public static string Stem(string word) =>
        word.Length >= 6 && IsPlural(word) && !word.EndsWith("ies", StringComparison.Ordinal) && word[^2] is not ('a' or 'o') ? word[..^1] : word;
}
