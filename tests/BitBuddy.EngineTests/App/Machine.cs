using System.Diagnostics;
using System.Globalization;

namespace BitBuddy.EngineTests.App;

/// <summary>What a user sees and does beside the app: processes, signals, waiting; on Linux.</summary>
internal static class Machine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void NeedsLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: needs Linux.");

    /// <summary>The beginning of a command line that runs as a user whom permissions bind, for whom the app can be reached.</summary>
    public static string AsPlainUser()
    {
        NeedsLinux();
        if (Environment.UserName != "root")
            return "";
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "NOT TESTED: needs setpriv when run as root.");
        const string Prefix = "setpriv --reuid=65534 --clear-groups";
        using var tried = Process.Start("/bin/sh", ["-c", $"{Prefix} '{AppHome.App}' --version > /dev/null 2>&1"]);
        tried.WaitForExit();
        Assert.SkipUnless(tried.ExitCode == 0, "NOT TESTED: the app lies where another user cannot run it.");
        return Prefix;
    }

    public static void NeedsOwnMounts()
    {
        NeedsLinux();
        using var tried = Process.Start("/bin/sh", ["-c", "unshare -rm mount -t tmpfs none /mnt > /dev/null 2>&1"]);
        tried.WaitForExit();
        Assert.SkipUnless(tried.ExitCode == 0, "NOT TESTED: needs unshare -rm with mounts of its own.");
    }

    /// <summary>What a process says, up to and with one of <paramref name="marks"/> or its end.</summary>
    public static async Task<string> ReadUntilAsync(this Process process, params string[] marks)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var heard = "";
        var buffer = new char[1];
        try
        {
            while (!marks.Any(mark => heard.EndsWith(mark, StringComparison.Ordinal)) && await process.StandardOutput.ReadAsync(buffer, deadline.Token) > 0)
                heard += buffer[0];
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"'{string.Join("' or '", marks)}' was not said within {Patience.TotalSeconds} s, but: {heard}");
        }

        return heard;
    }

    public static async Task EndAsync(this Process process) =>
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Waits until something is so, looking often.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what, double seconds = 30)
    {
        var begun = Stopwatch.StartNew();
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
        {
            Assert.True(begun.Elapsed.TotalSeconds < seconds, $"Not within {seconds} s: {what}.");
            await poll.WaitForNextTickAsync();
        }
    }

    /// <summary>Children of all threads, dead ones that nobody took included; readers of contents aside, which come and go by themselves.</summary>
    public static int[] Children(int parent)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{parent}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children"))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(pid => int.Parse(pid, CultureInfo.InvariantCulture)).Where(pid => !IsReader(pid))];
        }
        catch (IOException)
        {
            // A thread ended while it was looked at.
            return Directory.Exists($"/proc/{parent}") ? Children(parent) : [];
        }
    }

    private static bool IsReader(int pid) => File.ReadAllText($"/proc/{pid}/cmdline").Contains("__reader", StringComparison.Ordinal);

    /// <summary>True while the process runs; a zombie does not.</summary>
    public static bool IsAlive(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static void Kill(int pid, string signal = "KILL")
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
