using System.Globalization;
using BitBuddy.Conversation;

namespace BitBuddy.Brains;

/// <summary>What is chosen of what was measured.</summary>
internal static class TuneRule
{
    /// <summary>The least share of the best reply speed that a smaller number of threads must have.</summary>
    private const double NearBest = 0.95;

    /// <summary>The least share of the waiting for the first word that <see cref="BrainMode.Quick"/> must spare.</summary>
    private const double LeastGain = 0.25;

    /// <summary>How often the memory that quick needs must be free.</summary>
    private const int FreeShare = 2;

    /// <summary>The least number of threads that speaks nearly as fast as the best; the usual number where no speed could be told.</summary>
    /// <param name="rows">One for each number of threads, rising.</param>
    public static (TuneRow Row, string Reason) Threads(IReadOnlyList<TuneRow> rows)
    {
        var best = rows.Max(row => row.ReplySpeed);
        if (best is null)
        {
            var usual = new BrainSettings().Threads;
            return (rows.LastOrDefault(row => row.Threads <= usual) ?? rows[0], "its replies are too short to measure, so the usual number stays");
        }

        var chosen = rows.First(row => row.ReplySpeed >= best * NearBest);
        var speed = string.Create(CultureInfo.InvariantCulture, $"{chosen.ReplySpeed:0.#} tokens a second");
        return (chosen, rows.Count == 1 ? $"{speed}, and there is one core" : $"{speed}, the least number within 5 % of the best");
    }

    /// <summary>Quick where the first word comes at least a quarter sooner and twice the memory it needs is free; else quiet.</summary>
    /// <param name="quick">Null where it was not measured: <paramref name="whyNot"/> says why.</param>
    public static (BrainMode Mode, string Reason) Mode(TuneRow quiet, TuneRow? quick, long free, string? whyNot = null)
    {
        if (quick is null)
            return (BrainMode.Quiet, whyNot ?? "quick was not measured");
        var gain = 1 - quick.FirstToken / quiet.FirstToken;
        if (!(gain >= LeastGain))
            return (BrainMode.Quiet, gain > 0.005
                ? string.Create(CultureInfo.InvariantCulture, $"quick would bring the first word only {gain:0 %} sooner")
                : "quick would not bring the first word sooner");
        if (quick.PrivateBytes is not { } needed)
            return (BrainMode.Quiet, "the memory that quick needs cannot be told here");
        var memory = $"{Said.Size(needed)} of {Said.Size(free)} free memory";
        return free < needed * FreeShare
            ? (BrainMode.Quiet, $"quick would take {memory}")
            : (BrainMode.Quick, string.Create(CultureInfo.InvariantCulture, $"the first word comes {gain:0 %} sooner, for {memory}"));
    }
}
