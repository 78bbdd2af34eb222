using System.Globalization;
using System.Text;

namespace BitBuddy.Personalities;

/// <summary>What a buddy may be called: its name is also a folder, so Windows and POSIX rules hold everywhere.</summary>
public static class BuddyName
{
    public const int MaxLength = 40;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>What is wrong with the name, as a rule; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0 || name.Length > 2 * MaxLength || name.EnumerateRunes().Count() > MaxLength)
            return $"1 to {MaxLength} characters";
        if (!name.EnumerateRunes().All(IsAllowed))
            return "letters, digits, spaces, - and _ only";
        if (!Rune.IsLetterOrDigit(Rune.GetRuneAt(name, 0)) || name[^1] == ' ')
            return "it begins with a letter or digit and does not end with a space";
        return Reserved.Contains(name) ? "not a name that Windows keeps for a device" : null;
    }

    /// <exception cref="BuddyException">The name is not allowed.</exception>
    public static void Check(string name)
    {
        if (Problem(name) is { } problem)
            throw new BuddyException($"A buddy cannot be called “{NameText.Shown(name)}”. The rule: {problem}.", ExitCode.Usage);
    }

    private static bool IsAllowed(Rune rune) => !Display.IsUnsafe(rune) && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
        _ => rune.Value is ' ' or '-' or '_',
    };
}
