using BitBuddy.Platform;

namespace BitBuddy;

/// <summary>The folder where everything of Bit Buddy lives, readable by its user alone.</summary>
public sealed class BuddyHome(string root)
{
    public string Root { get; } = Path.GetFullPath(root);
    public string ConfigFile => Path.Combine(Root, "config.json");
    public string TuningFile => Path.Combine(Root, "tuning.json");
    public string CatalogueFile => Path.Combine(Root, "brains.json");

    public string HealthFile => Path.Combine(Root, "health.json");
    public string Models => Path.Combine(Root, "models");
    public string ModelCache => Path.Combine(Models, "model_cache.json");

    /// <summary>Downloads that have not ended.</summary>
    public string PartialModels => Path.Combine(Models, "partial");
    public string IndexFile => Path.Combine(Root, "index.db");
    public string UsageFile => Path.Combine(Root, "usage.db");
    public string HashesFile => Path.Combine(Root, "hashes.db");
    public string RemovedFile => Path.Combine(Root, "removed.db");
    public string States => Path.Combine(Root, "states");
    public string Run => Path.Combine(Root, "run");
    public string Buddies => Path.Combine(Root, "buddies");

    /// <summary><c>BITBUDDY_HOME</c>, else the platform's folder for application data.</summary>
    public static BuddyHome Locate()
    {
        var chosen = Environment.GetEnvironmentVariable("BITBUDDY_HOME");
        if (!string.IsNullOrWhiteSpace(chosen))
            return new BuddyHome(chosen);

        // DoNotVerify: the plain call answers "" while the folder does not exist yet.
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? new BuddyHome(Path.Combine(data, "BitBuddy"))
            : throw new BuddyException("There is no folder for application data here; set BITBUDDY_HOME to a folder of yours.");
    }

    /// <summary>Creates <paramref name="folder"/> (the home itself by default) for its user alone; false where nothing can be written.</summary>
    public bool TryCreate(string? folder = null)
    {
        folder ??= Root;
        try
        {
            PrivateFolder.Create(folder);
            return IsWritable(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BuddyException)
        {
            return false;
        }
    }

    private static bool IsWritable(string folder)
    {
        var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        using (File.OpenHandle(probe, FileMode.Create, FileAccess.Write, FileShare.Delete, FileOptions.DeleteOnClose))
            return true;
    }
}
