using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy;

/// <summary>Reads and writes <c>config.json</c>.</summary>
public sealed class ConfigFile(BuddyHome home)
{
    private const int LargestBytes = 1_000_000;

    private readonly KeptFile<Config> _file = new(home.ConfigFile, LargestBytes, Parse);

    /// <summary>The settings in force; the defaults while there is no file. A broken file is an error that names the line.</summary>
    public Config Load()
    {
        try
        {
            return _file.Read() ?? new Config();
        }
        catch (InvalidDataException e)
        {
            throw new BuddyException($"{home.ConfigFile} is too large to be a settings file; move it away and try again.", inner: e);
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $" in line {line + 1}" : "";
            throw new BuddyException($"{home.ConfigFile} is broken{where}{(e.InnerException is BuddyException why ? $": {why.Message.TrimEnd('.')}" : "")}; mend it or move it away.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{home.ConfigFile} cannot be read ({e.Message}); check its permissions.", inner: e);
        }
    }

    /// <summary>Changes the settings; returns false, changing nothing, where that cannot be written. Two changes at once are both kept.</summary>
    public bool TryChange(Func<Config, Config> change)
    {
        if (!home.TryCreate())
            return false;
        try
        {
            using var turn = FileLock.Take(home.ConfigFile);
            var old = Load();
            var config = change(old);
            if (config != old)
                AtomicFile.Write(home.ConfigFile, JsonSerializer.SerializeToUtf8Bytes(config, CoreJson.Default.Config));
            return true;
        }
        catch (BuddyException e) when (e.InnerException is IOException or UnauthorizedAccessException)
        {
            // A full disk, or another process that holds the lock.
            return false;
        }
    }

    private static Config Parse(byte[] bytes)
    {
        var config = JsonSerializer.Deserialize(bytes, CoreJson.Default.Config) ?? new Config();
        if (config.BuddyFolders.Values.Any(folders => folders is null))
            throw new JsonException(null, new BuddyException("the folders of a buddy are no list"));
        return config.Folders.Concat(config.BuddyFolders.Values.SelectMany(folders => folders)).Concat(config.Hidden).Concat(config.ContentsOff).All(name => !string.IsNullOrEmpty(name))
            ? config
            : throw new JsonException(null, new BuddyException("a folder has no name"));
    }
}
