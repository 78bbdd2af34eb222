using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace BitBuddy.EngineTests.App;

/// <summary>
/// A user's machine in a temporary folder: an empty home, a folder of files, and the built app (or the published one named by
/// BITBUDDY_TEST_APP), run as a user runs it.
/// </summary>
public sealed class AppHome : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public AppHome()
    {
        // A space and non-ASCII letters on purpose.
        Root = Directory.CreateTempSubdirectory("bit büddy ").FullName;
        Directory.CreateDirectory(Files);
    }

    public string Root { get; }
    public string Home => Path.Combine(Root, "home");
    public string Files => Path.Combine(Root, "Müsli files");

    /// <summary>Environment variables of what is started.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public static string App { get; } = Environment.GetEnvironmentVariable("BITBUDDY_TEST_APP") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(Repository.Root, "artifacts", "bin", "BitBuddy.App", Configuration(), OperatingSystem.IsWindows() ? "bitbuddy.exe" : "bitbuddy");

    public string Write(string name, int bytes = 10)
    {
        var path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[bytes]);
        return path;
    }

    /// <summary>A buddy that speaks the likeliest words, so that a scripted brain is heard as it was written.</summary>
    public async Task MeetAsync(string name = "Test")
    {
        var met = await RunAsync("buddy", "meet", name, "--character", "slate");
        Assert.Equal(0, met.ExitCode);
        var file = Path.Combine(Home, "buddies", name, "personality.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, System.Text.RegularExpressions.Regex.Replace(text, "\"temperature\": [0-9.]+", "\"temperature\": 0.0"));
    }

    public Task<AppRun> RunAsync(params string[] arguments) => RunAsync(input: null, arguments);

    public Task<AppRun> RunAsync(string? input, string[] arguments) => RunAsync(Start(arguments), input);

    /// <summary>Runs a shell's script in the machine's root; <c>$APP</c>, <c>$FILES</c> and <c>$BITBUDDY_HOME</c> are set.</summary>
    public Task<AppRun> ShellAsync(string script) => RunAsync(StartProgram("/bin/sh", "-c", script), input: null);

    /// <summary>Runs any program as this machine's user would.</summary>
    public Task<AppRun> RunProgramAsync(string program, string[] arguments) => RunAsync(StartProgram(program, arguments), input: null);

    private static async Task<AppRun> RunAsync(Process started, string? input)
    {
        using var process = started;
        using var deadline = new CancellationTokenSource(Deadline);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var error = process.StandardError.ReadToEndAsync(deadline.Token);
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end.");
        }

        return new AppRun(process.ExitCode, await output, await error);
    }

    public Process Start(params string[] arguments) => StartProgram(App, arguments);

    /// <summary>Starts any program as this machine's user would.</summary>
    public Process StartProgram(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Root,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["BITBUDDY_HOME"] = Home;
        start.Environment["HOME"] = Root;
        start.Environment["APP"] = App;
        start.Environment["FILES"] = Files;
        start.Environment["NO_COLOR"] = "1";
        // No small brain, where a test does not bring one.
        start.Environment["BITBUDDY_SEED"] = Path.Combine(Root, "no seed.gguf");
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A file that an ending child still holds; the system's temporary folder is cleared by the system.
        }
    }

    private static string Configuration([CallerFilePath] string here = "") =>
        AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) && here.Length > 0 ? "release" : "debug";
}
