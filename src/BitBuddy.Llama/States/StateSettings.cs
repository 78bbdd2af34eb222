namespace BitBuddy.Llama.States;

/// <summary>Where computed heads of prompts are kept between processes, and what they belong to.</summary>
/// <param name="Folder">Made for its user alone when it is missing; any number of processes share it.</param>
/// <param name="ModelSha256">The model file's hash.</param>
/// <param name="Layout">The number of the prompt's order and wording.</param>
/// <param name="MaxBytes">Most bytes of the whole folder; what was not used the longest goes first.</param>
public sealed record StateSettings(string Folder, string ModelSha256, int Layout, long MaxBytes);
