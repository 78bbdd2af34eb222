namespace BitBuddy.Llama.Worker;

/// <summary>Shrinks a model in a process of its own, so that whatever is wrong with a file ends that process alone.</summary>
public static class WorkerShrink
{
    /// <summary>Writes the model of <see cref="WorkerSettings.ModelPath"/> again with smaller weights.</summary>
    /// <param name="settings">Its threads are used.</param>
    /// <param name="to">Written, and overwritten; what a failed or cancelled run leaves there is of no use.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <exception cref="LlamaException">It cannot be shrunk.</exception>
    /// <exception cref="WorkerDiedException">The process ended before it was done.</exception>
    public static async Task RunAsync(WorkerSettings settings, string to, ShrinkType type, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(progress);
        var from = Path.GetFullPath(settings.ModelPath);
        // The engine's call cannot be stopped: its process is not waited for.
        await using var calls = new WorkerCalls(WorkerProcess.Start(settings), settings with { CancelDeadline = TimeSpan.Zero });
        var answers = calls.CallAsync(id => new ShrinkRequest(id, from, Path.GetFullPath(to), type, settings.Llama.Threads), cancellationToken);
        await foreach (var answer in answers.ConfigureAwait(false))
        {
            if (answer is ShrinkingAnswer shrinking)
                progress.Report(shrinking.Fraction);
        }
    }
}
