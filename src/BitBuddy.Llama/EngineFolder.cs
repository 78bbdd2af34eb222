namespace BitBuddy.Llama;

/// <summary>Where the llama.cpp libraries are.</summary>
public static class EngineFolder
{
    /// <summary>The variable that names another folder, for people with a build of their own.</summary>
    public const string Variable = "BITBUDDY_ENGINE_DIR";

    /// <summary>The folder named by <see cref="Variable"/>, else <c>engine</c> beside the executable; it need not exist.</summary>
    public static string Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(AppContext.BaseDirectory, "engine");
}
