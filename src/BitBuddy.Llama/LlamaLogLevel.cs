namespace BitBuddy.Llama;

/// <summary>How serious a line of the engine is.</summary>
public enum LlamaLogLevel
{
    Debug,
    Info,
    Warning,
    Error,
}
