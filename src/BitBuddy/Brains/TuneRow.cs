namespace BitBuddy.Brains;

/// <summary>A brain measured with one mode and number of threads.</summary>
/// <param name="Wake">From asleep until it can be asked, its file in the system's cache.</param>
/// <param name="PromptSpeed">Prompt tokens a second.</param>
/// <param name="ReplySpeed">Reply tokens a second; null where its replies were too short to tell.</param>
/// <param name="FirstToken">From a question of some <see cref="TuneTalk.QuestionTokens"/> new tokens to the first token, awake: the median.</param>
/// <param name="PrivateBytes">What the engine's process held for itself; null where that cannot be told.</param>
public sealed record TuneRow(
    BrainMode Mode, int Threads, TimeSpan Wake, double PromptSpeed, double? ReplySpeed, TimeSpan FirstToken, long? PrivateBytes);
