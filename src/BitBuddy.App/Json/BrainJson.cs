using BitBuddy.Brains;

namespace BitBuddy.App.Json;

internal sealed record BrainJson(
    string Model, string Path, long Bytes, string Sha256, string Origin, string VerifiedAt, bool Used, bool Here, GgufJson? Gguf, SettingJson? Mode)
{
    public static BrainJson Of(KnownBrain brain, bool used, GgufJson? gguf = null, SettingJson? mode = null) => new(
        brain.Name, brain.Path, brain.Bytes, brain.Sha256, brain.Origin, Words.Of(brain.VerifiedAt), used, File.Exists(brain.Path), gguf, mode);
}
