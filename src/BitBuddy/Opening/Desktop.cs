using System.ComponentModel;
using System.Diagnostics;
using BitBuddy.Files;

namespace BitBuddy.Opening;

/// <summary>The desktop's own way to open things: <c>xdg-open</c>, <c>open</c>, or the Explorer.</summary>
internal sealed class Desktop(TimeProvider clock)
{
    // An opener that fails does so at once; one that still runs has started a program.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // In a session of its own, so that Ctrl-C here does not reach it, and silent.
    private const string Quietly = "command -v xdg-open >/dev/null || exit 127; if command -v setsid >/dev/null; then exec setsid xdg-open \"$1\" </dev/null >/dev/null 2>&1; else exec xdg-open \"$1\" </dev/null >/dev/null 2>&1; fi";

    /// <summary>Opens a file or folder with what the user has chosen for its kind.</summary>
    /// <param name="path">Absolute.</param>
    /// <exception cref="BuddyException">Nothing here can.</exception>
    public Task OpenAsync(string path, CancellationToken cancellationToken) =>
        OperatingSystem.IsWindows() ? StartAsync("explorer.exe", [path], path, cancellationToken)
        : OperatingSystem.IsMacOS() ? StartAsync("open", [path], path, cancellationToken)
        : StartAsync("/bin/sh", ["-c", Quietly, "sh", path], path, cancellationToken);

    /// <summary>Opens the folder of a file, and points at the file where that can be done.</summary>
    /// <exception cref="BuddyException">Nothing here can.</exception>
    public Task RevealAsync(byte[] path, CancellationToken cancellationToken)
    {
        var text = PathText.Show(path);
        var folder = path[..Math.Max(Array.LastIndexOf(path, (byte)Path.DirectorySeparatorChar), 1)];
        if (!PathText.IsText(folder))
            throw new BuddyException($"The folder of {Display.Line(text)} has a name that is no text, so no program can be asked to open it.");
        if (OperatingSystem.IsWindows())
            return StartAsync("explorer.exe", ["/select," + text], text, cancellationToken);
        return OperatingSystem.IsMacOS() && PathText.IsText(path) ? StartAsync("open", ["-R", text], text, cancellationToken) : OpenAsync(PathText.Show(folder), cancellationToken);
    }

    private async Task StartAsync(string program, string[] arguments, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var opener = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
            var ends = opener.WaitForExitAsync(cancellationToken);
            if (await Task.WhenAny(ends, Task.Delay(Patience, clock, cancellationToken)) != ends)
                return;
            await ends;
            // The Explorer ends with 1 also where it did what it should.
            if (opener.ExitCode != 0 && !OperatingSystem.IsWindows())
                throw Failed(opener.ExitCode == 127 ? "there is no xdg-open here" : $"the desktop's opener ended with {opener.ExitCode}", path);
        }
        catch (Win32Exception)
        {
            throw Failed($"{program} cannot be started", path);
        }
    }

    private static BuddyException Failed(string why, string path) => new($"It cannot be opened: {why}. You find it at {Display.Line(path)}.");
}
