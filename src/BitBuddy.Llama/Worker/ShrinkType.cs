namespace BitBuddy.Llama.Worker;

/// <summary>How small weights are made, by the engine's numbers (<c>llama_ftype</c>).</summary>
public enum ShrinkType
{
    Q40 = 2,
    Q2K = 10,
    Q4KM = 15,
}
