using BitBuddy.Brains;

namespace BitBuddy.App.Json;

/// <param name="SpeedBefore">An element as the rows of `brain tune`; null where it could not be run.</param>
internal sealed record ShrinkJson(BrainJson Before, BrainJson After, TuneRowJson? SpeedBefore, TuneRowJson? SpeedAfter)
{
    public static ShrinkJson Of(ShrinkResult result, string? used) => new(
        BrainJson.Of(result.Before, result.Before.Sha256 == used), BrainJson.Of(result.After, result.After.Sha256 == used),
        result.SpeedBefore is { } before ? TuneRowJson.Of(before) : null, result.SpeedAfter is { } after ? TuneRowJson.Of(after) : null);
}
