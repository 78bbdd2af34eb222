using BitBuddy.Llama;
using BitBuddy.Llama.Bench;

namespace BitBuddy.App.Bench;

/// <summary>Both ends of the plain process: this executable with a hidden verb, timed by itself and by a stopwatch outside.</summary>
internal static class PlainProcess
{
    /// <summary>The child's side: prints a line at the first token and one at the end.</summary>
    /// <returns>The process's exit code.</returns>
    public static int Run(string[] arguments, long startedAt, TimeProvider clock)
    {
        try
        {
            using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
            PlainEngine.Run(PlainSettings.FromArguments(arguments), startedAt, clock, timings => output.WriteLine(timings.ToLine()));
            return (int)ExitCode.Ok;
        }
        catch (LlamaException e)
        {
            Console.Error.WriteLine(e.Message);
            return (int)ExitCode.Failed;
        }
    }

    /// <summary>The parent's side: starts one, waits for its end, and never leaves it behind.</summary>
    /// <exception cref="BuddyException">It failed; with its own sentence.</exception>
    public static async Task<PlainResult> StartAsync(PlainSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetTimestamp();
        using var child = new ChildProcess(Environment.ProcessPath!, settings.ToArguments());
        var line = await child.Output.ReadLineAsync(cancellationToken);
        var heardAt = clock.GetTimestamp();
        var memory = line is null ? null : ProcessMemory.PrivateBytes(child.Id);
        var last = line is null ? null : await child.Output.ReadLineAsync(cancellationToken);
        if (await child.EndAsync(cancellationToken) != 0 || last is null)
            throw new BuddyException($"The plain engine failed: {Display.Line(await child.Errors)}");
        return new PlainResult(PlainTimings.FromLine(last), clock.GetElapsedTime(startedAt, heardAt).TotalMilliseconds, memory);
    }
}

/// <summary>What became of a plain process.</summary>
/// <param name="Timings">By its own clock.</param>
/// <param name="FirstTokenOutside">Milliseconds from before its start until its first token was heard of.</param>
/// <param name="PrivateBytes">Its own memory while it replied; null where that cannot be told.</param>
internal sealed record PlainResult(PlainTimings Timings, double FirstTokenOutside, long? PrivateBytes);
