using System.Reflection;
using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary>Loads the libraries by absolute path from one folder, whatever version their file names carry.</summary>
internal static class LibraryResolver
{
    private static readonly Dictionary<string, nint> Loaded = [];
    private static bool _installed;

    /// <exception cref="LlamaException">A library is missing or cannot be loaded.</exception>
    public static void Load(string folder)
    {
        // In dependency order, so that no search path is ever consulted.
        foreach (var name in (string[])["ggml-base", LlamaApi.Ggml, LlamaApi.Llama])
        {
            var path = Find(folder, name);
            if (!NativeLibrary.TryLoad(path, out var library))
                throw new LlamaException($"The engine library '{path}' cannot be loaded on this machine; build again, or name another folder in {EngineFolder.Variable}.");
            Loaded[name] = library;
        }

        if (!_installed)
            NativeLibrary.SetDllImportResolver(typeof(LibraryResolver).Assembly, Resolve);
        _installed = true;
    }

    private static string Find(string folder, string name)
    {
        var (prefix, extension) = OperatingSystem.IsWindows() ? ("", ".dll") : ("lib", OperatingSystem.IsMacOS() ? ".dylib" : ".so");
        var found = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, $"{prefix}{name}.*").Where(file => file.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        return found ?? throw new LlamaException(
            $"The engine library '{prefix}{name}{extension}' is not in '{folder}'; build with Node installed, or name another folder in {EngineFolder.Variable}.");
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => Loaded.GetValueOrDefault(name);
}
