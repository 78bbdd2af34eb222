namespace BitBuddy.Conversation;

/// <summary>One thing a buddy remembers.</summary>
/// <param name="Id">Never used twice.</param>
/// <param name="What">What is placed ("thesis"); else "".</param>
/// <param name="Text">The name, the folder, the note, the moment.</param>
public sealed record Told(long Id, ToldKind Kind, string What, string Text, DateTimeOffset At)
{
    public const int MostCharacters = 200;
    public const int Most = 100;

    /// <summary>What is wrong with it, as a rule; null when nothing is.</summary>
    public static string? Problem(ToldKind kind, string what, string text) => kind switch
    {
        _ when text.Trim().Length == 0 || text.Length > MostCharacters || what.Length > MostCharacters => $"1 to {MostCharacters} characters",
        _ when !IsPlain(text) || !IsPlain(what) => "one line without control characters",
        ToldKind.Name when !IsName(text) => "a name of at most 40 letters",
        ToldKind.Place when what.Trim().Length == 0 => "what it is that lies there",
        _ => null,
    };

    private static bool IsName(string text) => text.Length <= 40 && text.Any(char.IsLetter)
        && text.All(c => char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark || c is ' ' or '-' or '\'' or '’' or '.');

    private static bool IsPlain(string text) => Display.Line(text) == text;
}
