namespace BitBuddy.Conversation;

/// <summary>Short forms and what they stand for.</summary>
internal static class ShortForms
{
    public static readonly Dictionary<string, string[]> Apart = new()
    {
        ["what's"] = ["what", "is"],
        ["whats"] = ["what", "is"],
        ["where's"] = ["where", "is"],
        ["wheres"] = ["where", "is"],
        ["who's"] = ["who", "is"],
        ["how's"] = ["how", "is"],
        ["that's"] = ["that", "is"],
        ["it's"] = ["it", "is"],
        ["there's"] = ["there", "is"],
        ["here's"] = ["here", "is"],
        ["i'm"] = ["i", "am"],
        ["i've"] = ["i", "have"],
        ["i'd"] = ["i", "would"],
        ["you're"] = ["you", "are"],
        ["what're"] = ["what", "are"],
        ["don't"] = ["do", "not"],
        ["let's"] = ["let", "us"],
    };
}
