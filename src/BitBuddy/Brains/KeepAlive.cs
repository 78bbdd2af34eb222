using System.Globalization;

namespace BitBuddy.Brains;

/// <summary>How long an idle brain stays awake.</summary>
/// <param name="Time">Zero: it sleeps after each reply; null: it never sleeps by itself.</param>
public readonly record struct KeepAlive(TimeSpan? Time)
{
    public static readonly KeepAlive Default = new(TimeSpan.FromMinutes(5));

    /// <summary>Reads "5m", "30s", "1h", seconds, "0" or "-1".</summary>
    public static bool TryParse(string text, out KeepAlive keepAlive)
    {
        keepAlive = default;
        var unit = text.Length == 0 ? 's' : text[^1];
        var seconds = unit switch { 'h' => 3600, 'm' => 60, _ => 1 };
        var digits = unit is 'h' or 'm' or 's' ? text[..^Math.Min(1, text.Length)] : text;
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return false;
        keepAlive = new(number < 0 ? null : TimeSpan.FromSeconds((long)number * seconds));
        return true;
    }

    public override string ToString() => Time switch
    {
        null => "-1",
        { TotalSeconds: 0 } => "0",
        { } time when time.TotalSeconds % 3600 == 0 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0}h"),
        { } time when time.TotalSeconds % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0}m"),
        { } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}s"),
    };
}
