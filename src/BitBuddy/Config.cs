using System.Text.Json.Serialization;
using BitBuddy.Settings;

namespace BitBuddy;

/// <summary>What the user chose: the contents of <c>config.json</c>.</summary>
public sealed record Config
{
    public int Schema { get; init; } = 1;

    /// <summary>The buddy that answers when none is named.</summary>
    public string? Buddy { get; init; }

    /// <summary>The chosen brain: its sha256, or "none"; null while nothing was chosen.</summary>
    public string? Brain { get; init; }

    /// <summary>The known folders, absolute.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The user was told once which folders are looked at without any set-up.</summary>
    public bool ToldAboutFolders { get; init; }

    /// <summary>Settings the user made: name to text; each is one of <see cref="SettingList"/> within its limits.</summary>
    [JsonConverter(typeof(SettingsConverter))]
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
