namespace BrainSchool.Model;

/// <summary>All weights of a model, one behind the other; gradients and the optimisers' memory lie in the same order.</summary>
internal sealed class Weights
{
    public const string Embedding = "token_embd.weight";

    public Weights(Shape shape)
    {
        Shape = shape;
        List<Part> parts = [];
        Embed = Add(Embedding, shape.Words, shape.Width);
        Layers = [.. Enumerable.Range(0, shape.Layers).Select(layer => new Layer(
            Add($"blk.{layer}.attn_norm.weight", 1, shape.Width),
            Add($"blk.{layer}.attn_qkv.weight", 3 * shape.Width, shape.Width),
            Add($"blk.{layer}.attn_output.weight", shape.Width, shape.Width),
            Add($"blk.{layer}.ffn_norm.weight", 1, shape.Width),
            Add($"blk.{layer}.ffn_gate_up.weight", 2 * shape.Inner, shape.Width),
            Add($"blk.{layer}.ffn_down.weight", shape.Width, shape.Inner)))];
        Norm = Add("output_norm.weight", 1, shape.Width);
        Parts = parts;
        All = new float[parts.Sum(part => part.Length)];

        Part Add(string name, int rows, int columns)
        {
            parts.Add(new Part(name, parts.Sum(part => part.Length), rows, columns));
            return parts[^1];
        }
    }

    public Shape Shape { get; }

    public float[] All { get; }

    public IReadOnlyList<Part> Parts { get; }

    public Part Embed { get; }

    public IReadOnlyList<Layer> Layers { get; }

    public Part Norm { get; }

    /// <summary>Random weights as a training begins with.</summary>
    public static Weights Begin(Shape shape, int seed)
    {
        var weights = new Weights(shape);
        var random = new Random(seed);
        foreach (var part in weights.Parts)
        {
            var spread = part.Name == Embedding ? 0.02 : 0.7 / Math.Sqrt(part.Columns) * (part.Name.Contains("output", StringComparison.Ordinal) || part.Name.Contains("down", StringComparison.Ordinal) ? 0.5 : 1);
            foreach (ref var weight in part.Of(weights.All))
                weight = part.Rows == 1 ? 1 : (float)(spread * Normal(random));
        }

        return weights;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>The tensors of one layer: queries, keys and values are one matrix, gate and up another.</summary>
    internal sealed record Layer(Part AttentionNorm, Part Qkv, Part Output, Part InnerNorm, Part GateUp, Part Down);
}
