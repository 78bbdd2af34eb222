using System.Collections;

namespace BitBuddy.Settings;

/// <summary>The environment variables that override settings, as they were when the process began.</summary>
public sealed class SettingVariables
{
    private const string Prefix = "BITBUDDY_BRAIN_";

    private readonly Dictionary<string, string> _texts =
        new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <param name="environment">Names to texts; the process's own by default. An empty text counts as none.</param>
    public SettingVariables(IDictionary? environment = null)
    {
        foreach (DictionaryEntry variable in environment ?? Environment.GetEnvironmentVariables())
        {
            if (variable.Value is string { Length: > 0 } text)
                _texts[(string)variable.Key] = text;
        }
    }

    /// <summary>The variable that sets it, and its text; null where none does.</summary>
    public (string Variable, string Text)? Find(Setting setting) =>
        _texts.TryGetValue(setting.Variable, out var text) ? (setting.Variable, text)
        : setting.ShortVariable is { } other && _texts.TryGetValue(other, out text) ? (other, text)
        : null;

    /// <summary>Refuses a variable that looks like a setting's and is none.</summary>
    public void RefuseUnknown()
    {
        var known = SettingList.All.Select(setting => setting.Variable).ToList();
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (_texts.Keys.Where(name => name.StartsWith(Prefix, comparison)).Except(known, _texts.Comparer).Order().FirstOrDefault() is { } unknown)
            throw new BuddyException(SettingList.Unknown("environment variable", unknown, known), ExitCode.Usage);
    }
}
