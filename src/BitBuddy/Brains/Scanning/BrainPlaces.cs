namespace BitBuddy.Brains;

/// <summary>Where other programs keep brains.</summary>
/// <param name="userHome">The user's own folder.</param>
/// <param name="variable">Looks up an environment variable.</param>
public sealed class BrainPlaces(string userHome, Func<string, string?> variable)
{
    private const int LongestPointer = 4096;

    public static BrainPlaces OfThisUser { get; } = new(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), Environment.GetEnvironmentVariable);

    /// <summary>Those that are there, each once.</summary>
    public IReadOnlyList<BrainPlace> List() =>
    [
        .. Ollama().Select(folder => new BrainPlace("Ollama", folder))
            .Concat(LmStudio().Select(folder => new BrainPlace("LM Studio", folder)))
            .Append(new BrainPlace("Hugging Face", HuggingFace()))
            .Append(new BrainPlace("llama.cpp", variable("LLAMA_CACHE") ?? Path.Combine(Cache(), "llama.cpp")))
            .Where(place => Directory.Exists(place.Folder))
            .DistinctBy(place => Path.GetFullPath(place.Folder)),
    ];

    private IEnumerable<string> Ollama()
    {
        if (variable("OLLAMA_MODELS") is { Length: > 0 } named)
            yield return named;
        yield return Path.Combine(userHome, ".ollama", "models");
        // Of the service that its installer sets up.
        if (OperatingSystem.IsLinux())
            yield return "/usr/share/ollama/.ollama/models";
    }

    private IEnumerable<string> LmStudio()
    {
        if (Pointer(Path.Combine(userHome, ".lmstudio-home-pointer")) is { } moved)
            yield return Path.Combine(moved, "models");
        yield return Path.Combine(userHome, ".lmstudio", "models");
        yield return Path.Combine(userHome, ".cache", "lm-studio", "models");
    }

    private string HuggingFace() => variable("HF_HUB_CACHE")
        ?? (variable("HF_HOME") is { Length: > 0 } home ? Path.Combine(home, "hub") : Path.Combine(Cache(), "huggingface", "hub"));

    private string Cache() => variable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(userHome, ".cache");

    private static string? Pointer(string file)
    {
        try
        {
            return File.Exists(file) && new FileInfo(file).Length <= LongestPointer && File.ReadAllText(file).Trim() is { Length: > 0 } folder && !folder.Contains('\0') ? folder : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
