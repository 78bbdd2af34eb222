namespace BitBuddy.Llama.Worker;

/// <summary>The process at the other end of the frames, as <see cref="WorkerCalls"/> needs it.</summary>
internal interface IWorkerProcess : IAsyncDisposable
{
    int Id { get; }

    Stream Input { get; }

    Stream Output { get; }

    /// <summary>Completes with the diagnosis when the process has ended.</summary>
    Task<string> Exited { get; }

    /// <param name="why">The diagnosis, in a sentence.</param>
    void Kill(string why);

    /// <summary>The diagnosis of a process that is ending; killed where it does not within the deadline.</summary>
    Task<string> EndAsync();
}
