namespace BitBuddy.Llama;

/// <summary>The engine could not do what it was asked. The message is a sentence for people.</summary>
public class LlamaException : Exception
{
    public LlamaException() { }

    public LlamaException(string message) : base(message) { }

    public LlamaException(string message, Exception? inner) : base(message, inner) { }

    /// <summary>The engine's last warning or error, escaped; null when it said nothing.</summary>
    public string? NativeLine { get; init; }

    /// <summary>The sentence, and what the engine itself said where it said something.</summary>
    internal static LlamaException WithNativeLine(string sentence)
    {
        var line = LlamaLog.TakeLastProblem();
        var whole = line is null ? sentence
            : MemorySigns.In(line) ? "There is not enough memory for this brain; close other programs, or choose a smaller brain or context."
            : $"{sentence} The engine says: “{line}”.";
        return new LlamaException(whole) { NativeLine = line };
    }
}
