namespace BitBuddy.Brains;

/// <summary>Writes a brain again with smaller weights, in a process of its own; passed in by the program.</summary>
/// <param name="from">A checked GGUF file.</param>
/// <param name="to">A file that is written.</param>
/// <param name="progress">0 to 1.</param>
public delegate Task BrainShrinker(string from, string to, ShrinkKind kind, IProgress<double> progress, CancellationToken cancellationToken);
