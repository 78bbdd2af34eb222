using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using BitBuddy.Isolation;

namespace BitBuddy.Llama.Worker;

/// <summary>The child process as its parent sees it.</summary>
internal sealed class WorkerProcess : IWorkerProcess
{
    private const int MostWords = 8 * 1024;
    private static readonly string[] KeptVariables = ["DOTNET_ROOT", "PATH", "LANG", "TMPDIR", "SystemRoot", EngineFolder.Variable];

    private readonly Process _process;
    private readonly WorkerSettings _settings;
    private readonly Stream _errors;
    private readonly List<byte> _lastWords = [];
    private readonly long _oomKills = OomKills();
    private string? _why;
    private int _disposed;

    private WorkerProcess(Process process, WorkerSettings settings)
    {
        _process = process;
        _settings = settings;
        Id = process.Id;
        Input = process.StandardInput.BaseStream;
        Output = process.StandardOutput.BaseStream;
        _errors = process.StandardError.BaseStream;
        Exited = WatchAsync(DrainAsync());
    }

    public int Id { get; }

    public Stream Input { get; }

    public Stream Output { get; }

    public Task<string> Exited { get; }

    /// <exception cref="LlamaException">The program cannot be started.</exception>
    public static WorkerProcess Start(WorkerSettings settings)
    {
        var start = new ProcessStartInfo(settings.Executable, settings.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        var environment = KeptVariables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        start.Environment.Clear();
        foreach (var (name, value) in environment.Where(pair => pair.Value is not null))
            start.Environment[name] = value;
        // The runtime's diagnostics would open a socket; the engine's would hold an aborting process back with a debugger.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["GGML_NO_BACKTRACE"] = "1";
        try
        {
            return new WorkerProcess(ParentGuard.Start(start), settings);
        }
        catch (Win32Exception missing)
        {
            throw new LlamaException($"The engine's program '{LlamaLog.Escape(settings.Executable)}' cannot be started; install Bit Buddy again.", missing);
        }
    }

    public void Kill(string why)
    {
        Interlocked.CompareExchange(ref _why, why, null);
        try
        {
            _process.Kill();
        }
        catch (Exception over) when (over is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    public async Task<string> EndAsync()
    {
        try
        {
            return await Exited.WaitAsync(_settings.EndDeadline, _settings.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Kill(WorkerDiagnosis.Hung);
        }

        try
        {
            return await Exited.WaitAsync(_settings.EndDeadline, _settings.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The system holds it back, as it does while a disk does not answer; it ends when it is let go.
            return WorkerDiagnosis.Hung;
        }
    }

    /// <summary>Closes its input, which ends it; kills it where that does not help.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        try
        {
            await Input.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // What was still to be written has nobody to read it.
        }

        await EndAsync().ConfigureAwait(false);

        // Streams that were handed out once are not closed with the process.
        await Output.DisposeAsync().ConfigureAwait(false);
        await _errors.DisposeAsync().ConfigureAwait(false);
        if (Exited.IsCompleted)
            _process.Dispose();
    }

    private async Task DrainAsync()
    {
        var buffer = new byte[4096];
        try
        {
            for (int read; (read = await _errors.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                lock (_lastWords)
                {
                    _lastWords.AddRange(buffer.AsSpan(0, read));
                    _lastWords.RemoveRange(0, Math.Max(0, _lastWords.Count - MostWords));
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // Nothing more will be said.
        }
    }

    private async Task<string> WatchAsync(Task drained)
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAny(drained, Task.Delay(_settings.EndDeadline, _settings.Time)).ConfigureAwait(false);
        return _why ?? WorkerDiagnosis.Of(_process.ExitCode, LastWords(), OomKills() > _oomKills);
    }

    private static long OomKills() => KernelCount.Read("/proc/vmstat", "oom_kill ");

    private string LastWords()
    {
        lock (_lastWords)
            return Encoding.UTF8.GetString([.. _lastWords]);
    }
}
