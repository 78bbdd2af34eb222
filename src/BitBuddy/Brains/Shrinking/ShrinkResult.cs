namespace BitBuddy.Brains;

/// <summary>A brain and what was made of it.</summary>
/// <param name="SpeedBefore">Measured; null where it could not be run.</param>
public sealed record ShrinkResult(KnownBrain Before, KnownBrain After, TuneRow? SpeedBefore, TuneRow? SpeedAfter);
