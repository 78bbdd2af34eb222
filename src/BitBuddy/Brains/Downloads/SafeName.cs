using System.Text;

namespace BitBuddy.Brains;

/// <summary>File names from outside, judged by the rules of POSIX and of Windows at once, wherever this runs.</summary>
internal static class SafeName
{
    private const int MostBytes = 200;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. from port in (string[])["COM", "LPT"] from digit in "0123456789¹²³" select $"{port}{digit}"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a name that is one file in the folder it is put into, on every system, and harmless to look at.</summary>
    public static bool IsFile(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= MostBytes
        && name[0] is not ('.' or ' ' or '-') && name[^1] is not ('.' or ' ')
        && name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '%']) < 0
        && Display.Line(name) == name
        && !Devices.Contains(name.Split('.')[0].TrimEnd());

    /// <summary>True for the name of an owner, a repository or one step of a revision: letters, digits, and <c>. _ -</c> between them.</summary>
    public static bool IsHubWord(string word) =>
        word.Length is > 0 and <= 96 && char.IsAsciiLetterOrDigit(word[0]) && word[^1] is not ('.' or '-')
        && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') && !word.Contains("..", StringComparison.Ordinal);
}
