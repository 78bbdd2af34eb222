using System.Globalization;
using BitBuddy.Brains;

namespace BitBuddy.Settings;

/// <summary>All settings there are.</summary>
public static class SettingList
{
    private const long Megabyte = 1_000_000;

    public static readonly Setting Mode = new("brain.mode", "quiet or quick",
        "quiet takes little memory and wakes at once; quick reads a question faster",
        brain => brain.Mode == BrainMode.Quick ? "quick" : "quiet",
        (brain, text) => text.ToLowerInvariant() switch
        {
            "quiet" => brain with { Mode = BrainMode.Quiet },
            "quick" => brain with { Mode = BrainMode.Quick },
            _ => null,
        });

    // A settings file may come from a machine with more cores.
    public static readonly Setting Threads = Number("brain.threads", 1, 1024, "processor cores a brain may use",
        brain => brain.Threads, (brain, count) => brain with { Threads = count }) with
    {
        Limits = string.Create(CultureInfo.InvariantCulture, $"1 to {Environment.ProcessorCount}"),
        MostHere = Environment.ProcessorCount,
    };

    public static readonly Setting Context = Number("brain.context", BrainSettings.SmallestContext, 32_768,
        "tokens the engine makes room for, at most what the brain was trained for; a prompt and its reply take 512, more only takes memory",
        brain => brain.ContextSize, (brain, tokens) => brain with { ContextSize = tokens });

    public static readonly Setting States = Number("brain.states_mb", 0, 100_000, "megabytes of prefix states kept on disk; 0 keeps none",
        brain => brain.StateBytes / Megabyte, (brain, size) => brain with { StateBytes = size * Megabyte });

    public static IReadOnlyList<Setting> All { get; } =
    [
        Mode,
        Threads,
        Context,
        Number("brain.gpu_layers", 0, 1000, "layers of a brain that a graphics card computes",
            brain => brain.GpuLayers, (brain, layers) => brain with { GpuLayers = layers }),
        new("brain.keep_alive", "a time such as 30s, 5m or 1h, 0 (sleep after each reply) or -1 (never sleep)",
            "how long an idle brain stays awake",
            brain => brain.KeepAlive.ToString(),
            (brain, text) => KeepAlive.TryParse(text, out var time) ? brain with { KeepAlive = time } : null)
        {
            ShortVariable = "BITBUDDY_KEEP_ALIVE",
        },
        States,
    ];

    /// <summary>The setting of that name.</summary>
    /// <exception cref="BuddyException">There is none; the nearest name is offered.</exception>
    public static Setting Find(string name) => All.FirstOrDefault(setting => setting.Name == name)
        ?? throw new BuddyException(Unknown("setting", name, All.Select(setting => setting.Name)), ExitCode.Usage);

    /// <summary>A sentence that refuses a name nobody knows.</summary>
    internal static string Unknown(string what, string name, IEnumerable<string> known) =>
        $"Unknown {what} '{Display.Line(name)}'; "
        + (NearestName.Of(name, known) is { } near ? $"did you mean {near}?" : "see `bitbuddy config list`.");

    private static Setting Number(
        string name, int least, int most, string meaning, Func<BrainSettings, long> get, Func<BrainSettings, int, BrainSettings> put) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"), meaning,
            brain => get(brain).ToString(CultureInfo.InvariantCulture),
            (brain, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? put(brain, number)
                : null);
}
