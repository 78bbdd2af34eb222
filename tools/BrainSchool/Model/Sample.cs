namespace BrainSchool.Model;

/// <summary>A prompt with its reply, as tokens.</summary>
/// <param name="Tokens">All of them.</param>
/// <param name="Loss">How much it counts that each token is foreseen; the first one is never.</param>
internal sealed record Sample(int[] Tokens, float[] Loss);
