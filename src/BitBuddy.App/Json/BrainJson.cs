using BitBuddy.Brains;

namespace BitBuddy.App.Json;

/// <param name="FirstSeen">The hub gave no sha256 to check the download against.</param>
/// <param name="VerifiedAt">Null where it is only first seen.</param>
internal sealed record BrainJson(
    string Model, string Path, long Bytes, string Sha256, string Origin, string? Source, string? Licence, bool FirstSeen, string? VerifiedAt,
    string? LastUsed, bool Used, bool Here, GgufJson? Gguf, SettingJson? Mode)
{
    public static BrainJson Of(KnownBrain brain, bool used, GgufJson? gguf = null, SettingJson? mode = null) => new(
        brain.Name, brain.Path, brain.Bytes, brain.Sha256, brain.Origin, brain.Source, brain.Licence, brain.FirstSeen,
        brain.FirstSeen ? null : Words.Of(brain.VerifiedAt), brain.LastUsed is { } last ? Words.Of(last) : null, used, File.Exists(brain.Path), gguf, mode);
}
