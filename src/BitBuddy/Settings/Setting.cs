using System.Globalization;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.Settings;

/// <summary>One setting: its name, what it may be, and where it is kept among the brain's settings.</summary>
/// <param name="Limits">What it may be, as "1 to 8".</param>
/// <param name="Meaning">What it does, in a few words.</param>
/// <param name="Get">Its text as people write it.</param>
/// <param name="Put">The settings with it; null where the text is none of its values.</param>
public sealed record Setting(
    string Name, string Limits, string Meaning, Func<BrainSettings, string> Get, Func<BrainSettings, string, BrainSettings?> Put)
{
    private static readonly BrainSettings Defaults = new();

    public string Default => Get(Defaults);

    /// <summary>The environment variable that overrides it: BITBUDDY_BRAIN_MODE for brain.mode.</summary>
    public string Variable => "BITBUDDY_" + Name.ToUpperInvariant().Replace('.', '_');

    /// <summary>A second variable for the same, weaker than the first.</summary>
    public string? ShortVariable { get; init; }

    /// <summary>The most of it this machine has; more, set on another one, counts as this. Null where a machine sets no limit.</summary>
    public int? MostHere { get; init; }

    /// <summary>The value as it is kept; null where the text is none.</summary>
    public string? TryRead(string text) => Put(Defaults, text.Trim()) is { } settings ? Get(settings) : null;

    /// <summary>True where this machine has less of it than the value says.</summary>
    public bool IsBeyondThisMachine(string value) => MostHere is { } most && int.Parse(value, CultureInfo.InvariantCulture) > most;

    /// <summary>The value as it is kept.</summary>
    /// <param name="what">What the user named to set it: the setting or its variable.</param>
    /// <exception cref="BuddyException">The text is none of its values.</exception>
    public string Read(string text, string what) => TryRead(text) ?? throw Refused(text, what);

    /// <summary>A sentence that refuses a value.</summary>
    public BuddyException Refused(string text, string what) =>
        new($"{what} must be {Limits}, not '{NameText.Cut(Display.Line(text), 40)}'.", ExitCode.Usage);
}
