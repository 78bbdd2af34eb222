using System.Numerics.Tensors;
using BrainSchool.Maths;

namespace BrainSchool.Model;

/// <summary>
/// The model over some samples on one thread: forward, loss and gradients. Samples lie one behind the other without padding; only attention
/// knows where each begins. Its memory is taken once.
/// </summary>
internal sealed class Network
{
    private readonly Shape _shape;
    private readonly Rope _rope;
    private readonly Attention _attention;
    private readonly Activations[] _layers;
    private readonly float[] _last, _normed, _lastInverse, _picked, _logits, _scratch;
    private readonly float[] _gradient, _gradientNormed, _gradientWide, _gradientMixed;
    private readonly List<(int Row, int Target, float Loss)> _wanted = [];
    private int[] _tokens = [];
    private int[] _begins = [];

    /// <param name="most">Tokens of all samples together, at most.</param>
    public Network(Shape shape, int most)
    {
        _shape = shape;
        _rope = new Rope(shape);
        _attention = new Attention(shape, most);
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(_ => new Activations(shape, most))];
        var wide = Math.Max(3 * shape.Width, 2 * shape.Inner);
        (_last, _normed, _picked) = (new float[most * shape.Width], new float[most * shape.Width], new float[most * shape.Width]);
        (_lastInverse, _logits, _scratch) = (new float[most], new float[most * shape.Words], new float[wide]);
        (_gradient, _gradientNormed) = (new float[most * shape.Width], new float[most * shape.Width]);
        (_gradientWide, _gradientMixed) = (new float[most * wide], new float[most * shape.Inner]);
    }

    /// <summary>The sum of the samples' losses; <paramref name="gradients"/> gets theirs added, each times <paramref name="scale"/>.</summary>
    public double Learn(Weights weights, IReadOnlyList<Sample> samples, float scale, float[] gradients)
    {
        Forward(weights, samples);
        var loss = Score(weights, scale);
        Backward(weights, gradients);
        return loss;
    }

    /// <summary>The sum of the samples' losses alone.</summary>
    public double Judge(Weights weights, IReadOnlyList<Sample> samples)
    {
        Forward(weights, samples);
        return Score(weights, 1);
    }

    private void Forward(Weights weights, IReadOnlyList<Sample> samples)
    {
        _tokens = [.. samples.SelectMany(sample => sample.Tokens)];
        _begins = [0, .. samples.Select(sample => sample.Tokens.Length).Scan()];
        _wanted.Clear();
        for (var s = 0; s < samples.Count; s++)
        {
            for (var i = 1; i < samples[s].Tokens.Length; i++)
            {
                if (samples[s].Loss[i] > 0)
                    _wanted.Add((_begins[s] + i - 1, samples[s].Tokens[i], samples[s].Loss[i]));
            }
        }

        var (count, width, inner) = (_tokens.Length, _shape.Width, _shape.Inner);
        var embed = weights.Embed.Of(weights.All);
        for (var i = 0; i < count; i++)
            embed.Slice(_tokens[i] * width, width).CopyTo(_layers[0].Input.AsSpan(i * width));
        for (var l = 0; l < _layers.Length; l++)
        {
            var (layer, a) = (weights.Layers[l], _layers[l]);
            var all = weights.All;
            Norms.Forward(a.Input.AsSpan(0, count * width), layer.AttentionNorm.Of(all), a.Normed, a.Inverse);
            Blas.Multiply(false, true, count, 3 * width, width, 1, a.Normed, width, layer.Qkv.Of(all), width, 0, a.Qkv, 3 * width);
            Turn(a.Qkv, back: false);
            _attention.Forward(a, _begins);
            a.Input.AsSpan(0, count * width).CopyTo(a.Middle);
            Blas.Multiply(false, true, count, width, width, 1, a.Heard, width, layer.Output.Of(all), width, 1, a.Middle, width);
            Norms.Forward(a.Middle.AsSpan(0, count * width), layer.InnerNorm.Of(all), a.InnerNormed, a.InnerInverse);
            Blas.Multiply(false, true, count, 2 * inner, width, 1, a.InnerNormed, width, layer.GateUp.Of(all), width, 0, a.GateUp, 2 * inner);
            for (var i = 0; i < count; i++)
                Gate.Forward(a.GateUp.AsSpan(i * 2 * inner, 2 * inner), a.Sigmoid.AsSpan(i * inner, inner), a.Gated.AsSpan(i * inner, inner));
            var output = l + 1 < _layers.Length ? _layers[l + 1].Input : _last;
            a.Middle.AsSpan(0, count * width).CopyTo(output);
            Blas.Multiply(false, true, count, width, inner, 1, a.Gated, inner, layer.Down.Of(all), inner, 1, output, width);
        }

        Norms.Forward(_last.AsSpan(0, count * width), weights.Norm.Of(weights.All), _normed, _lastInverse);
    }

    // The loss where it counts; the logits become their own gradients.
    private double Score(Weights weights, float scale)
    {
        var (width, words) = (_shape.Width, _shape.Words);
        for (var i = 0; i < _wanted.Count; i++)
            _normed.AsSpan(_wanted[i].Row * width, width).CopyTo(_picked.AsSpan(i * width));
        Blas.Multiply(false, true, _wanted.Count, words, width, 1, _picked, width, weights.Embed.Of(weights.All), width, 0, _logits, words);
        var loss = 0.0;
        for (var i = 0; i < _wanted.Count; i++)
        {
            var (_, target, weight) = _wanted[i];
            var row = _logits.AsSpan(i * words, words);
            Chances.Of(row);
            loss -= weight * Math.Log(Math.Max(row[target], 1e-30f));
            row[target] -= 1;
            TensorPrimitives.Multiply(row, weight * scale, row);
        }

        return loss;
    }

    private void Backward(Weights weights, float[] gradients)
    {
        var (count, width, inner, words, all) = (_tokens.Length, _shape.Width, _shape.Inner, _shape.Words, weights.All);
        var embed = weights.Embed;
        Blas.Multiply(true, false, words, width, _wanted.Count, 1, _logits, words, _picked, width, 1, embed.Of(gradients), width);
        Blas.Multiply(false, false, _wanted.Count, width, words, 1, _logits, words, embed.Of(all), width, 0, _picked, width);
        var normed = _gradientNormed.AsSpan(0, count * width);
        normed.Clear();
        for (var i = 0; i < _wanted.Count; i++)
            _picked.AsSpan(i * width, width).CopyTo(normed[(_wanted[i].Row * width)..]);
        var flow = _gradient.AsSpan(0, count * width);
        flow.Clear();
        Norms.Backward(_last.AsSpan(0, count * width), weights.Norm.Of(all), _lastInverse, normed, flow, weights.Norm.Of(gradients), _scratch);
        for (var l = _layers.Length - 1; l >= 0; l--)
        {
            var (layer, a) = (weights.Layers[l], _layers[l]);
            Blas.Multiply(true, false, width, inner, count, 1, flow, width, a.Gated, inner, 1, layer.Down.Of(gradients), inner);
            Blas.Multiply(false, false, count, inner, width, 1, flow, width, layer.Down.Of(all), inner, 0, _gradientMixed, inner);
            for (var i = 0; i < count; i++)
                Gate.Backward(a.GateUp.AsSpan(i * 2 * inner, 2 * inner), a.Sigmoid.AsSpan(i * inner, inner), _gradientMixed.AsSpan(i * inner, inner), _gradientWide.AsSpan(i * 2 * inner, 2 * inner));
            Blas.Multiply(true, false, 2 * inner, width, count, 1, _gradientWide, 2 * inner, a.InnerNormed, width, 1, layer.GateUp.Of(gradients), width);
            Blas.Multiply(false, false, count, width, 2 * inner, 1, _gradientWide, 2 * inner, layer.GateUp.Of(all), width, 0, normed, width);
            Norms.Backward(a.Middle.AsSpan(0, count * width), layer.InnerNorm.Of(all), a.InnerInverse, normed, flow, layer.InnerNorm.Of(gradients), _scratch);

            Blas.Multiply(true, false, width, width, count, 1, flow, width, a.Heard, width, 1, layer.Output.Of(gradients), width);
            Blas.Multiply(false, false, count, width, width, 1, flow, width, layer.Output.Of(all), width, 0, normed, width);
            _attention.Backward(a, _begins, _gradientNormed, _gradientWide);
            Turn(_gradientWide, back: true);
            Blas.Multiply(true, false, 3 * width, width, count, 1, _gradientWide, 3 * width, a.Normed, width, 1, layer.Qkv.Of(gradients), width);
            Blas.Multiply(false, false, count, width, 3 * width, 1, _gradientWide, 3 * width, layer.Qkv.Of(all), width, 0, normed, width);
            Norms.Backward(a.Input.AsSpan(0, count * width), layer.AttentionNorm.Of(all), a.Inverse, normed, flow, layer.AttentionNorm.Of(gradients), _scratch);
        }

        var rows = embed.Of(gradients);
        for (var i = 0; i < count; i++)
        {
            var row = rows.Slice(_tokens[i] * width, width);
            TensorPrimitives.Add(row, flow.Slice(i * width, width), row);
        }
    }

    // Queries and keys; values stay as they are.
    private void Turn(float[] qkv, bool back)
    {
        var width = _shape.Width;
        for (var s = 0; s + 1 < _begins.Length; s++)
        {
            for (var i = _begins[s]; i < _begins[s + 1]; i++)
            {
                _rope.Turn(qkv.AsSpan(i * 3 * width, width), i - _begins[s], back);
                _rope.Turn(qkv.AsSpan((i * 3 * width) + width, width), i - _begins[s], back);
            }
        }
    }
}
