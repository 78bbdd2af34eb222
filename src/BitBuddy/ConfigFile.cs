using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy;

/// <summary>Reads and writes <c>config.json</c>.</summary>
public sealed class ConfigFile(BuddyHome home)
{
    private const int LargestBytes = 1_000_000;

    /// <summary>The settings in force; the defaults while there is no file. A broken file is an error that names the line.</summary>
    public Config Load()
    {
        try
        {
            var file = new FileInfo(home.ConfigFile);
            if (!file.Exists)
                return new Config();
            if (file.Length > LargestBytes)
                throw new BuddyException($"{home.ConfigFile} is too large to be a settings file; move it away and try again.");
            var config = JsonSerializer.Deserialize(File.ReadAllBytes(home.ConfigFile), CoreJson.Default.Config) ?? new Config();
            return config.Folders.All(folder => !string.IsNullOrEmpty(folder)) ? config : throw new JsonException("A folder is named by nothing.");
        }
        catch (JsonException e)
        {
            throw new BuddyException($"{home.ConfigFile} is broken{(e.LineNumber is { } line ? $" in line {line + 1}" : ": a folder has no name")}; mend it or move it away.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{home.ConfigFile} cannot be read ({e.Message}); check its permissions.", inner: e);
        }
    }

    /// <summary>Changes the settings; returns false, changing nothing, where the home cannot be written.</summary>
    public bool TryChange(Func<Config, Config> change)
    {
        if (!home.TryCreate())
            return false;
        var old = Load();
        var config = change(old);
        if (config != old)
            AtomicFile.Write(home.ConfigFile, JsonSerializer.SerializeToUtf8Bytes(config, CoreJson.Default.Config));
        return true;
    }
}
