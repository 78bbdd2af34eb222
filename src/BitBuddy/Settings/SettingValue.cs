namespace BitBuddy.Settings;

/// <summary>A setting as it is in force.</summary>
/// <param name="Reason">Which variable it is set by, or why measuring chose it; null where the origin says all.</param>
public sealed record SettingValue(Setting Setting, string Text, SettingOrigin Origin, string? Reason)
{
    /// <summary>The value and where it comes from: "quick (tuned: …)".</summary>
    public string Described => Reason is null ? $"{Text} ({Origin.ToString().ToLowerInvariant()})" : $"{Text} ({Origin.ToString().ToLowerInvariant()}: {Reason})";
}
