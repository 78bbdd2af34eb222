namespace BitBuddy.Brains;

/// <summary>The process that fetches a file.</summary>
/// <param name="Started">When the process started; tells a live one from a reused number.</param>
internal sealed record PullOwner(int Pid, DateTimeOffset Started);
