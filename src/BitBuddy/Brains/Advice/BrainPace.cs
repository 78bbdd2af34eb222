using BitBuddy.Conversation;

namespace BitBuddy.Brains;

/// <summary>How fast a brain is on this machine.</summary>
/// <param name="TokensPerSecond">Of a reply.</param>
/// <param name="FirstWord">From a question of ordinary length to the first word, awake.</param>
/// <param name="IsMeasured">Told by `brain tune` on this machine; else an estimate.</param>
public sealed record BrainPace(double TokensPerSecond, TimeSpan FirstWord, bool IsMeasured)
{
    private const int QuestionTokens = 80;

    // 51 tokens a second of a model of 983 MB on two cores, weights as in the file.
    private const double QuestionBytesPerCore = 25e9;

    // People read about four words a second.
    private const double Readable = 6;
    private const double Comfortable = 15;
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2.5);

    public bool IsSlow => TokensPerSecond < Readable || FirstWord > TooLong;

    /// <summary>An estimate: each word of a reply reads all weights once, each of a question computes with them.</summary>
    public static BrainPace Estimate(long bytes, MachineFacts machine) => new(
        machine.ReadSpeed / bytes, TimeSpan.FromSeconds(QuestionTokens * (double)bytes / (machine.Threads * QuestionBytesPerCore)), IsMeasured: false);

    /// <summary>Fast enough to be a pleasure; on a battery that takes half the work.</summary>
    public bool IsComfortable(bool onBattery)
    {
        var share = onBattery ? 2 : 1;
        return TokensPerSecond >= Comfortable * share && FirstWord <= Short / share;
    }

    public override string ToString() =>
        $"{(IsMeasured ? "" : "about ")}{Said.Count((long)Math.Round(TokensPerSecond), "token", "tokens")} a second{(IsMeasured ? ", measured here" : "")}";
}
