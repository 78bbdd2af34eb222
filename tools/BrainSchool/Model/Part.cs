namespace BrainSchool.Model;

/// <summary>One tensor among a model's weights.</summary>
/// <param name="Name">As GGUF names it.</param>
/// <param name="At">Its first float among all.</param>
/// <param name="Rows">1 for the scales of a norm.</param>
internal readonly record struct Part(string Name, int At, int Rows, int Columns)
{
    public int Length => Rows * Columns;

    /// <summary>It is a matrix of a layer: Muon turns it; all others are for AdamW.</summary>
    public bool IsHidden => Rows > 1 && Name != Weights.Embedding;

    public Span<float> Of(float[] all) => all.AsSpan(At, Length);
}
