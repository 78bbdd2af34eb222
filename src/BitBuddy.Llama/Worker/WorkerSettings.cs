using BitBuddy.Llama.States;

namespace BitBuddy.Llama.Worker;

/// <summary>How a worker is started and how long it is waited for.</summary>
public sealed record WorkerSettings
{
    /// <summary>The program whose hidden verb is the worker.</summary>
    public required string Executable { get; init; }

    /// <summary>The hidden verb.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = ["__worker"];

    /// <summary>A GGUF file.</summary>
    public required string ModelPath { get; init; }

    /// <summary>How the model is loaded and run.</summary>
    public LlamaSettings Llama { get; init; } = new();

    /// <summary>Where heads are kept between workers; null: nowhere.</summary>
    public StateSettings? States { get; init; }

    /// <summary>Longest time without a mark of progress, in any phase; after it the worker is ended. Marks come once a second.</summary>
    public TimeSpan HangDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for a cancelled reply to stop; after it the worker is ended.</summary>
    public TimeSpan CancelDeadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait for the worker to end by itself.</summary>
    public TimeSpan EndDeadline { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait, before the worker is ended, for its states to be on disk.</summary>
    public TimeSpan SaveDeadline { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Measures all deadlines.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
