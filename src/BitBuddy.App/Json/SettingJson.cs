using BitBuddy.Settings;

namespace BitBuddy.App.Json;

/// <param name="Origin">default, tuned, config or environment.</param>
/// <param name="Reason">Which variable set it, or why measuring chose it; null elsewhere.</param>
internal sealed record SettingJson(
    string Name, string Value, string Origin, string? Reason, string Default, string Limits, string Meaning, string Variable)
{
    public static SettingJson Of(SettingValue value) => new(
        value.Setting.Name, value.Text, Words.Of(value.Origin), value.Reason, value.Setting.Default, value.Setting.Limits,
        value.Setting.Meaning, value.Setting.Variable);
}
