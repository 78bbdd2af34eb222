namespace BitBuddy.Llama;

/// <summary>The beginning of a prompt that was computed ahead of its question.</summary>
/// <param name="Tokens">How many tokens of it are there now.</param>
/// <param name="Computed">How many of them had to be computed; the others were there or were restored.</param>
public sealed record PreparedHead(int Tokens, int Computed);
