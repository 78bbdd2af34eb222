using System.Globalization;

namespace BitBuddy.Brains;

/// <summary>
/// How long an idle brain stays awake. Spelled as "5m", "1h30m", "300ms", or a plain number of seconds; "0" is asleep right after each
/// reply, and whatever is below 0 is for ever.
/// </summary>
/// <param name="Time">Whole milliseconds. Zero: it sleeps after each reply; null: it never sleeps by itself.</param>
public readonly record struct KeepAlive(TimeSpan? Time)
{
    public static readonly KeepAlive Default = new(TimeSpan.FromMinutes(5));
    public static readonly KeepAlive ForEver = new(null);

    /// <summary>How long a brain stays awake that nobody has asked anything yet.</summary>
    public static readonly TimeSpan Unasked = TimeSpan.FromMinutes(1);

    // A hundred years of milliseconds.
    private const decimal Longest = 100m * 365 * 24 * 3_600_000;

    private static readonly (string Name, TimeSpan Length)[] Units =
        [("h", TimeSpan.FromHours(1)), ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)), ("ms", TimeSpan.FromMilliseconds(1))];

    /// <param name="name">What the text was given as; it begins the sentence.</param>
    /// <exception cref="BuddyException">It is no time.</exception>
    public static KeepAlive Parse(string text, string name = "keep_alive") => TryParse(text, out var keepAlive)
        ? keepAlive
        : throw new BuddyException($"{name} cannot be \"{Display.Line(text)}\"; give a time as 5m, 1h30m or 300 (seconds), 0 to sleep after each reply, -1 for never.", ExitCode.Usage);

    public static bool TryParse(string? text, out KeepAlive keepAlive)
    {
        keepAlive = Default;
        var rest = (text ?? "").AsSpan().Trim();
        var isNegative = rest is ['-', ..];
        if (isNegative)
            rest = rest[1..];
        var (total, isFirst) = (0m, true);
        do
        {
            if (!TryTake(ref rest, "0123456789.", out var digits) || !TryNumber(digits, out var number))
                return false;
            // A number alone is in seconds; beside others it needs its unit.
            var isAlone = rest.IsEmpty && isFirst;
            isFirst = false;
            if ((TryTake(ref rest, "hmsunµ", out var unit) ? Milliseconds(unit) : isAlone ? 1000 : null) is not { } milliseconds)
                return false;
            total += number * milliseconds;
        }
        while (!rest.IsEmpty);

        keepAlive = (isNegative && total > 0) || total > Longest ? ForEver : new(TimeSpan.FromMilliseconds((long)decimal.Ceiling(total)));
        return true;
    }

    /// <summary>The time without use after which the brain sleeps, when it was last taken for <paramref name="need"/>; null: never.</summary>
    public TimeSpan? After(BrainNeed need) => need switch
    {
        BrainNeed.Reply => Time,
        BrainNeed.Ahead => Time > TimeSpan.Zero && Time < Unasked ? Time : Unasked,
        _ => Time == TimeSpan.Zero ? Unasked : Time,
    };

    public override string ToString()
    {
        if (Time is not { } left)
            return "-1";
        var text = "";
        foreach (var (name, length) in Units)
        {
            var count = left.Ticks / length.Ticks;
            left -= length * count;
            text += count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{count}{name}") : "";
        }

        return text.Length > 0 ? text : "0";
    }

    private static bool TryTake(ref ReadOnlySpan<char> rest, string allowed, out ReadOnlySpan<char> taken)
    {
        var length = rest.IndexOfAnyExcept(allowed);
        taken = length < 0 ? rest : rest[..length];
        rest = rest[taken.Length..];
        return taken.Length > 0;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out decimal number) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number <= int.MaxValue;

    private static decimal? Milliseconds(ReadOnlySpan<char> unit) => unit switch
    {
        "h" => 3_600_000,
        "m" => 60_000,
        "s" => 1_000,
        "ms" => 1,
        "us" or "µs" => 0.001m,
        "ns" => 0.000_001m,
        _ => null,
    };
}
