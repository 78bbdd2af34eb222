using System.Collections.Concurrent;
using System.Globalization;
using BitBuddy.Brains;

namespace BitBuddy.Settings;

/// <summary>The settings in force: each from the environment, else as the user set it, else as it was measured, else its default.</summary>
public sealed class ActiveSettings(ConfigFile config, BrainStore brains, TuningFile tunings, SettingVariables variables)
{
    /// <summary>What takes a setting back.</summary>
    public const string Default = "default";

    private readonly ConcurrentDictionary<string, long> _trained = new(StringComparer.Ordinal);

    /// <summary>All settings for a brain; for the chosen one by default.</summary>
    /// <exception cref="BuddyException">A variable or the file holds what is no setting or none of its values.</exception>
    public IReadOnlyList<SettingValue> List(KnownBrain? brain = null)
    {
        variables.RefuseUnknown();
        return Values(SettingList.All, config.Load(), brain);
    }

    /// <summary>One setting, by name.</summary>
    public SettingValue Get(string name, KnownBrain? brain = null)
    {
        var setting = SettingList.Find(name);
        variables.RefuseUnknown();
        return Values([setting], config.Load(), brain)[0];
    }

    /// <summary>Keeps a value from now on, or takes the setting back: <see cref="Default"/>.</summary>
    /// <exception cref="BuddyException">There is no such setting, it cannot have that value, or nothing can be kept.</exception>
    public SettingValue Set(string name, string text)
    {
        var setting = SettingList.Find(name);
        variables.RefuseUnknown();
        var value = text == Default ? null : setting.Read(text, setting.Name);
        if (value is not null && setting.IsBeyondThisMachine(value))
            throw setting.Refused(text, setting.Name);
        // What is wrong besides is told before anything is changed; only taking back looks at nothing else, so that it can mend one after the other.
        var kept = config.Load();
        Values(value is null ? [setting] : SettingList.All, kept with { Settings = With(kept.Settings, setting.Name, value) }, brain: null);
        if (value is not null && ChosenBrain() is { } brain && File.Exists(brain.Path))
            RequireRoom(setting.Put(new BrainSettings(), value)!, brain);
        if (!config.TryChange(old => old with { Settings = With(old.Settings, setting.Name, value) }))
            throw new BuddyException($"The settings cannot be written, so {setting.Name} stays as it was; set {setting.Variable} instead.");
        return Get(name);
    }

    /// <summary>How a brain is to be run.</summary>
    public BrainSettings For(KnownBrain? brain)
    {
        var settings = List(brain).Aggregate(new BrainSettings(), (all, value) => value.Setting.Put(all, value.Text)!);
        if (brain is not null)
            RequireRoom(settings, brain);
        return settings;
    }

    private IReadOnlyList<SettingValue> Values(IReadOnlyList<Setting> settings, Config kept, KnownBrain? brain)
    {
        var tuning = (brain?.Sha256 ?? kept.Brain) is { } sha256 ? tunings.Find(sha256) : null;
        return [.. settings.Select(setting => WithinThisMachine(Value(setting, kept, tuning)))];
    }

    private static SettingValue WithinThisMachine(SettingValue value)
    {
        if (!value.Setting.IsBeyondThisMachine(value.Text))
            return value;
        var most = value.Setting.MostHere!.Value.ToString(CultureInfo.InvariantCulture);
        return value with { Text = most, Reason = $"{(value.Reason is null ? "" : value.Reason + ", ")}{value.Text} is more than the {most} of this machine" };
    }

    private SettingValue Value(Setting setting, Config kept, Tuning? tuning)
    {
        if (variables.Find(setting) is var (variable, text))
            return new(setting, setting.Read(text, $"The environment variable {variable}"), SettingOrigin.Environment, variable);
        if (kept.Settings.TryGetValue(setting.Name, out var chosen))
            return new(setting, setting.Read(chosen, $"{setting.Name} in config.json"), SettingOrigin.Config, null);
        var tuned = tuning?.Values.FirstOrDefault(value => value.Name == setting.Name);
        return tuned is not null && setting.TryRead(tuned.Text) is { } measured
            ? new(setting, measured, SettingOrigin.Tuned, tuned.Reason)
            : new(setting, setting.Default, SettingOrigin.Default, null);
    }

    private KnownBrain? ChosenBrain() => config.Load().Brain is { } chosen ? brains.List().FirstOrDefault(brain => brain.Sha256 == chosen) : null;

    // A brain reads nonsense beyond the length it was trained for.
    private void RequireRoom(BrainSettings settings, KnownBrain brain)
    {
        if (settings.ContextSize <= BrainSettings.SmallestContext)
            return;
        var most = Math.Max(BrainSettings.SmallestContext,
            _trained.GetOrAdd(brain.Sha256, _ => BrainGate.Check(brain.Path).ContextLength ?? long.MaxValue));
        if (settings.ContextSize > most)
            throw new BuddyException(
                $"{SettingList.Context.Name} cannot be {settings.ContextSize}: {Display.Line(brain.Name)} was trained for {most} tokens; "
                + $"run `bitbuddy config set {SettingList.Context.Name} {most}`.", ExitCode.Usage);
    }

    private static SortedDictionary<string, string> With(IReadOnlyDictionary<string, string> old, string name, string? value)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (other, text) in old)
            texts.Add(other, text);
        if (value is null)
            texts.Remove(name);
        else
            texts[name] = value;
        return texts;
    }
}
