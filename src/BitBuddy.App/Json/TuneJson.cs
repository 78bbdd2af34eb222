using BitBuddy.Brains;
using BitBuddy.Settings;

namespace BitBuddy.App.Json;

/// <param name="Settings">What is in force now; a user's own choice wins over what was measured.</param>
/// <param name="Kept">False where nothing can be kept.</param>
internal sealed record TuneJson(
    string Model, string Sha256, IReadOnlyList<TuneRowJson> Rows, long FreeBytes, IReadOnlyList<TunedJson> Tuned,
    IReadOnlyList<SettingJson> Settings, bool Kept)
{
    public static TuneJson Of(TuneResult result, IEnumerable<SettingValue> settings) => new(
        result.Brain.Name, result.Brain.Sha256, [.. result.Rows.Select(TuneRowJson.Of)], result.FreeBytes,
        [.. result.Values.Select(value => new TunedJson(value.Name, value.Text, value.Reason))], [.. settings.Select(SettingJson.Of)], result.Kept);
}

internal sealed record TunedJson(string Name, string Value, string Reason);
