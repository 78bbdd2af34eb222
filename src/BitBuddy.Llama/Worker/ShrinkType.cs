namespace BitBuddy.Llama.Worker;

/// <summary>How small weights are made, by the engine's numbers (<c>llama_ftype</c>).</summary>
public enum ShrinkType
{
    Q4_0 = 2,
    Q2_K = 10,
    Q4_K_M = 15,
}
