using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BitBuddy.App.Bench;

/// <summary>A process started for a measurement; disposing it ends it and its children.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(2);
    private readonly Process _process;

    /// <exception cref="BuddyException">It cannot be started.</exception>
    public ChildProcess(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BuddyException($"{Display.Line(program)} cannot be started ({Display.Line(e.Message)}).", inner: e);
        }

        Id = _process.Id;
        Errors = ErrorsAsync();
    }

    public int Id { get; }

    public StreamReader Output => _process.StandardOutput;

    public StreamWriter Input => _process.StandardInput;

    /// <summary>All it says on stderr, once it has ended.</summary>
    public Task<string> Errors { get; }

    /// <summary>Closes its input and waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(EndDeadline);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }

        _process.Dispose();
    }

    private async Task<string> ErrorsAsync()
    {
        try
        {
            return (await _process.StandardError.ReadToEndAsync()).TrimEnd();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It was ended.
            return "";
        }
    }
}
