namespace BitBuddy.Llama.States;

/// <summary>How much of a sequence did not have to be computed.</summary>
/// <param name="Cached">Tokens that were there already or were restored.</param>
/// <param name="Restored">Of these, tokens that came out of a state.</param>
/// <param name="RestoreMicroseconds">What restoring it took.</param>
internal sealed record SequenceReuse(int Cached, int Restored = 0, long RestoreMicroseconds = 0);
