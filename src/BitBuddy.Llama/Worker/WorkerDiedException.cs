namespace BitBuddy.Llama.Worker;

/// <summary>The worker ended, or was ended, before its answer was whole. What it said before that stays true.</summary>
public sealed class WorkerDiedException : LlamaException
{
    public WorkerDiedException() { }

    public WorkerDiedException(string message) : base(message) { }

    public WorkerDiedException(string message, Exception? inner) : base(message, inner) { }
}
