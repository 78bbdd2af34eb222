using BitBuddy.Brains;

namespace BitBuddy.App.Json;

/// <param name="PromptPerSecond">Prompt tokens a second.</param>
/// <param name="ReplyPerSecond">Reply tokens a second; null where the replies were too short to tell.</param>
internal sealed record TuneRowJson(
    string Mode, int Threads, double WakeMs, double PromptPerSecond, double? ReplyPerSecond, double FirstTokenMs, long? PrivateBytes)
{
    public static TuneRowJson Of(TuneRow row) => new(
        Words.Of(row.Mode), row.Threads, Round(row.Wake.TotalMilliseconds), Round(row.PromptSpeed),
        row.ReplySpeed is { } speed ? Round(speed) : null, Round(row.FirstToken.TotalMilliseconds), row.PrivateBytes);

    private static double Round(double value) => Math.Round(value, 2);
}
