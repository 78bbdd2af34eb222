namespace BitBuddy.Conversation;

/// <summary>Names and lists as they are spoken.</summary>
internal static class SpokenList
{
    public static string Quoted(string name) => $"“{NameText.Shown(name)}”";

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> items, string last) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };
}
