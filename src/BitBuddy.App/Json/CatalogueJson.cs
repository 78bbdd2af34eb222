using BitBuddy.Brains;

namespace BitBuddy.App.Json;

/// <param name="Accept">Where the licence can be read that must be accepted; null where none must.</param>
/// <param name="Here">The path of its file on this machine.</param>
/// <param name="Fit">fits, slow, too_large or no_room.</param>
/// <param name="Measured">The speed is of `brain tune`, else an estimate.</param>
internal sealed record CatalogueJson(
    string Id, string Name, string Tier, string Source, string? Revision, long Bytes, string? Sha256, string Licence, string? Accept, string TemplateFamily,
    string Released, int ContextLength, BrainMemoryJson Memory, string GoodFor, string? Note, string? Here, string Fit, string Because,
    double TokensPerSecond, double FirstWordMs, bool Measured, bool Recommended)
{
    public static CatalogueJson Of(BrainAdvice advice, BrainAdvices all, int contextSize) => new(
        advice.Brain.Id, advice.Brain.Name, advice.Brain.Tier.Id, advice.Brain.Address, advice.Brain.Revision, advice.Brain.Bytes, advice.Brain.Sha256,
        advice.Brain.Licence, advice.Brain.Terms, advice.Brain.Template, advice.Brain.Released, advice.Brain.ContextLength,
        new(advice.Memory.Weights, advice.Memory.Context, advice.Memory.Overhead, advice.Memory.Total, contextSize),
        advice.Brain.GoodFor, advice.Brain.Note, advice.Here?.Path,
        advice.Fit switch { BrainFit.Slow => "slow", BrainFit.TooLarge => "too_large", BrainFit.NoRoom => "no_room", _ => "fits" }, advice.Because,
        Math.Round(advice.Pace.TokensPerSecond, 1), Math.Round(advice.Pace.FirstWord.TotalMilliseconds, 1), advice.Pace.IsMeasured, advice == all.Recommended);
}
