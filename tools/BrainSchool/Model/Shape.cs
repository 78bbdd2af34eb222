namespace BrainSchool.Model;

/// <summary>The measures of a model of the architecture "llama" with tied embeddings and as many heads of keys as of queries.</summary>
/// <param name="Words">Tokens of the vocabulary.</param>
/// <param name="Width">Floats a token is carried in.</param>
/// <param name="Inner">Floats of the inner layer (SwiGLU).</param>
/// <param name="Context">Most tokens of a prompt and its reply together.</param>
internal sealed record Shape(int Words, int Width, int Layers, int Heads, int Inner, int Context)
{
    public const float Epsilon = 1e-5f;
    public const float RopeBase = 10_000f;

    public int HeadWidth => Width / Heads;
}
