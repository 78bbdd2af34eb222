namespace BitBuddy.Conversation;

/// <summary>Names and lists as they are spoken.</summary>
internal static class SpokenList
{
    /// <summary>In quotes of another kind where the name has some of its own, so that its end is seen.</summary>
    public static string Quoted(string name) =>
        name.AsSpan().ContainsAny("“”„\"") && !name.AsSpan().ContainsAny("«»") ? $"«{NameText.Shown(name)}»" : $"“{NameText.Shown(name)}”";

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> items, string last) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };
}
