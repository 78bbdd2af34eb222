namespace BrainSchool.Model;

/// <summary>What one layer computed on its way forward and needs on its way back.</summary>
internal sealed class Activations(Shape shape, int most)
{
    public float[] Input { get; } = new float[most * shape.Width];

    public float[] Inverse { get; } = new float[most];

    public float[] Normed { get; } = new float[most * shape.Width];

    public float[] Qkv { get; } = new float[most * 3 * shape.Width];

    /// <summary>How much each place hears of each before it: a square for every sample and head, one behind the other.</summary>
    public float[] Heed { get; } = new float[most * shape.Heads * shape.Context];

    public float[] Heard { get; } = new float[most * shape.Width];

    public float[] Middle { get; } = new float[most * shape.Width];

    public float[] InnerInverse { get; } = new float[most];

    public float[] InnerNormed { get; } = new float[most * shape.Width];

    public float[] GateUp { get; } = new float[most * 2 * shape.Inner];

    public float[] Sigmoid { get; } = new float[most * shape.Inner];

    public float[] Gated { get; } = new float[most * shape.Inner];
}
