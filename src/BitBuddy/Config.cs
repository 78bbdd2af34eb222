using System.Text.Json.Serialization;
using BitBuddy.Settings;

namespace BitBuddy;

/// <summary>What the user chose: the contents of <c>config.json</c>.</summary>
public sealed record Config
{
    // Set, not initialised: the generated reader drops the defaults of what can only be initialised, and loses the lines of the rest.
    public int Schema { get; set; } = 1;

    /// <summary>The buddy that answers when none is named.</summary>
    public string? Buddy { get; set; }

    /// <summary>The chosen brain: its sha256, or "none"; null while nothing was chosen.</summary>
    public string? Brain { get; set; }

    /// <summary>How far the first run has come; null where none is under way.</summary>
    public FirstRunState? FirstRun { get; set; }

    /// <summary>The licences of brains that the user has accepted, by name.</summary>
    public IReadOnlyList<string> AcceptedLicences { get; set; } = [];

    /// <summary>The known folders, absolute.</summary>
    public IReadOnlyList<string> Folders { get; set; } = [];

    /// <summary>Folders, absolute, of whose files the names alone are known.</summary>
    public IReadOnlyList<string> ContentsOff { get; set; } = [];

    /// <summary>Files and folders whose name begins with a dot are left out.</summary>
    public bool HiddenFilesOff { get; set; }

    /// <summary>Folders on another device than the one they lie in are left out.</summary>
    public bool OtherDevicesOff { get; set; }

    /// <summary>Folders of a buddy's own, by its name: it answers from these alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> BuddyFolders { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Names of folders and files that are never mentioned: as if they were not there.</summary>
    public IReadOnlyList<string> Hidden { get; set; } = [];

    /// <summary>The user was told once which folders are looked at without any set-up.</summary>
    public bool ToldAboutFolders { get; set; }

    /// <summary>Settings the user made: name to text; each is one of <see cref="SettingList"/>, and may be none of its values.</summary>
    [JsonConverter(typeof(SettingsConverter))]
    public IReadOnlyDictionary<string, string> Settings { get; set; } = new Dictionary<string, string>();
}
