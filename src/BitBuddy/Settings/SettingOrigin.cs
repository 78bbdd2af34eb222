namespace BitBuddy.Settings;

/// <summary>Where a setting's value comes from; the later wins.</summary>
public enum SettingOrigin
{
    Default,

    /// <summary>Measured by <c>brain tune</c>.</summary>
    Tuned,

    /// <summary>The user's, in <c>config.json</c>.</summary>
    Config,
    Environment,
}
