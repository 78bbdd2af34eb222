using System.Reflection;
using System.Runtime.InteropServices;
using BitBuddy.Llama.Native;

namespace BitBuddy.Llama;

/// <summary>The llama.cpp libraries of this process: loaded once, for good.</summary>
public static class LlamaEngine
{
    private static readonly Lock Gate = new();
    private static string? _folder;

    /// <summary>The llama.cpp version this program is built for, such as <c>v0.4.0</c>; known without loading anything.</summary>
    public static string Version { get; } = typeof(LlamaEngine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(entry => entry.Key == "LlamaCppVersion")?.Value ?? "unknown";

    /// <summary>What the loaded library calls itself, such as <c>0.4.0-dev</c>; null before <see cref="Start"/>.</summary>
    public static string? LoadedVersion { get; private set; }

    /// <summary>The processor variant chosen at start, such as <c>icelake</c>; null where it cannot be told.</summary>
    public static string? CpuBackend { get; private set; }

    /// <summary>Loads the libraries and checks that they are the ones this program was built for. Later calls do nothing.</summary>
    /// <exception cref="LlamaException">A library is missing, does not load or is another version.</exception>
    public static void Start(string folder)
    {
        lock (Gate)
        {
            if (_folder is not null)
                return;
            LibraryResolver.Load(folder);
            try
            {
                LogBridge.Install();
                LoadBackends(folder);
                LlamaApi.llama_backend_init();
                LoadedVersion = Canary.Check(Version);
            }
            catch (EntryPointNotFoundException missing)
            {
                throw new LlamaException($"The engine in '{folder}' is not llama.cpp {Version}; build again, or unset {EngineFolder.Variable}.", missing);
            }

            _folder = folder;
        }
    }

    private static void LoadBackends(string folder)
    {
        var sink = LlamaLog.Sink;
        LlamaLog.Sink = (level, line) =>
        {
            CpuBackend ??= BackendOf(line);
            sink?.Invoke(level, line);
        };
        try
        {
            LlamaApi.ggml_backend_load_all_from_path(folder);
        }
        finally
        {
            LlamaLog.Sink = sink;
        }

        if (LlamaApi.ggml_backend_dev_count() == 0)
            throw new LlamaException($"No processor library in '{folder}' fits this machine; build again, or name another folder in {EngineFolder.Variable}.");
    }

    private static string? BackendOf(string line)
    {
        const string Mark = "ggml-cpu-";
        var at = line.LastIndexOf(Mark, StringComparison.Ordinal);
        return at < 0 || !line.Contains("loaded", StringComparison.Ordinal) ? null : Path.GetFileNameWithoutExtension(line[(at + Mark.Length)..]);
    }
}
