using System.Runtime.InteropServices;

namespace BitBuddy.App.Bench.Models;

/// <summary>The tensors of a shape, in the types that llama.cpp's quantiser gives them.</summary>
internal static class ModelPlan
{
    // Llama 3.2's stretched positions: wave lengths past the trained context are 32 times longer, short ones stay.
    private const double Stretch = 32;
    private const double TrainedContext = 8192;

    /// <param name="shape">Whose measures they have.</param>
    /// <param name="quant">How its weights are rounded.</param>
    public static IEnumerable<GgufTensor> Tensors(ModelShape shape, Quant quant)
    {
        var (width, queries, keys) = (shape.Width, shape.Heads * shape.HeadSize, shape.KeyHeads * shape.HeadSize);
        yield return Matrix("token_embd", width, shape.Vocabulary.Size, shape.Tied ? WeightType.Q6_K : quant.Usual);
        yield return Norm("output_norm", width);
        if (!shape.Tied)
            yield return Matrix("output", width, shape.Vocabulary.Size, WeightType.Q6_K);
        if (shape.StretchedRope)
            yield return new GgufTensor("rope_freqs.weight", WeightType.F32, [shape.HeadSize / 2], 0) { Blocks = MemoryMarshal.AsBytes(RopeFactors(shape).AsSpan()).ToArray() };

        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var name = $"blk.{layer}";
            var finer = quant.MixesFiner && TakesMoreBits(layer, shape.Layers) ? WeightType.Q6_K : quant.Usual;
            yield return Norm($"{name}.attn_norm", width);
            yield return Matrix($"{name}.attn_q", width, queries, quant.Usual);
            yield return Matrix($"{name}.attn_k", width, keys, quant.Usual);
            yield return Matrix($"{name}.attn_v", width, keys, finer);
            yield return Matrix($"{name}.attn_output", queries, width, quant.Usual);
            foreach (var (part, size) in shape.Biases ? [("q", queries), ("k", keys), ("v", keys)] : Array.Empty<(string, int)>())
                yield return new GgufTensor($"{name}.attn_{part}.bias", WeightType.F32, [size], 0.1);
            foreach (var part in shape.HeadNorms ? ["q", "k"] : Array.Empty<string>())
                yield return Norm($"{name}.attn_{part}_norm", shape.HeadSize);
            yield return Norm($"{name}.ffn_norm", width);
            yield return Matrix($"{name}.ffn_gate", width, shape.FeedForward, quant.Usual);
            yield return Matrix($"{name}.ffn_up", width, shape.FeedForward, quant.Usual);
            yield return Matrix($"{name}.ffn_down", shape.FeedForward, width, finer);
        }
    }

    /// <summary>The quantiser's rule: the first and the last eighth of the layers, and every third between.</summary>
    private static bool TakesMoreBits(int layer, int layers) => layer < layers / 8 || layer >= 7 * layers / 8 || (layer - (layers / 8)) % 3 == 2;

    // Spread so that what comes out of a matrix is as large as what went in.
    private static GgufTensor Matrix(string name, int columns, int rows, WeightType type) =>
        new($"{name}.weight", type, [columns, rows], 1 / Math.Sqrt(columns));

    private static GgufTensor Norm(string name, int size) =>
        new($"{name}.weight", WeightType.F32, [size], 0) { Blocks = MemoryMarshal.AsBytes(Enumerable.Repeat(1f, size).ToArray().AsSpan()).ToArray() };

    private static float[] RopeFactors(ModelShape shape) => [.. Enumerable.Range(0, shape.HeadSize / 2).Select(i =>
    {
        var waves = TrainedContext / (2 * Math.PI * Math.Pow(shape.RopeBase, 2.0 * i / shape.HeadSize));
        return (float)(waves > 4 ? 1 : waves < 1 ? Stretch : 1 / (((4 - waves) / 3 / Stretch) + ((waves - 1) / 3)));
    })];
}
