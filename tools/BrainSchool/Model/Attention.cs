using System.Numerics.Tensors;
using BrainSchool.Maths;

namespace BrainSchool.Model;

/// <summary>Attention within each sample, each place to itself and those before it.</summary>
internal sealed class Attention(Shape shape, int most)
{
    private readonly float[] _scores = new float[shape.Context * Math.Min(most, shape.Context)];

    public void Forward(Activations a, int[] begins)
    {
        var (wide, head, scale) = (3 * shape.Width, shape.HeadWidth, 1 / MathF.Sqrt(shape.HeadWidth));
        Each(begins, (first, length, at, place) =>
        {
            var heed = a.Heed.AsSpan(place, length * length);
            Blas.Multiply(false, true, length, length, head, scale, a.Qkv.AsSpan(at), wide, a.Qkv.AsSpan(at + shape.Width), wide, 0, heed, length);
            for (var i = 0; i < length; i++)
            {
                var row = heed.Slice(i * length, length);
                Chances.Of(row[..(i + 1)]);
                row[(i + 1)..].Clear();
            }

            Blas.Multiply(false, false, length, head, length, 1, heed, length, a.Qkv.AsSpan(at + (2 * shape.Width)), wide, 0, a.Heard.AsSpan(first), shape.Width);
        });
    }

    /// <summary>From the gradient of what was heard to that of queries, keys and values.</summary>
    public void Backward(Activations a, int[] begins, float[] heard, float[] qkv)
    {
        var (wide, head, scale) = (3 * shape.Width, shape.HeadWidth, 1 / MathF.Sqrt(shape.HeadWidth));
        Each(begins, (first, length, at, place) =>
        {
            var heed = a.Heed.AsSpan(place, length * length);
            var scores = _scores.AsSpan(0, length * length);
            var given = heard.AsSpan(first);
            var (query, key, value) = (at, at + shape.Width, at + (2 * shape.Width));
            Blas.Multiply(true, false, length, head, length, 1, heed, length, given, shape.Width, 0, qkv.AsSpan(value), wide);
            Blas.Multiply(false, true, length, length, head, 1, given, shape.Width, a.Qkv.AsSpan(value), wide, 0, scores, length);
            for (var i = 0; i < length; i++)
            {
                var row = scores.Slice(i * length, length);
                var weights = heed.Slice(i * length, length);
                TensorPrimitives.Subtract(row, TensorPrimitives.Dot(row, weights), row);
                TensorPrimitives.Multiply(row, weights, row);
            }

            Blas.Multiply(false, false, length, head, length, scale, scores, length, a.Qkv.AsSpan(key), wide, 0, qkv.AsSpan(query), wide);
            Blas.Multiply(true, false, length, head, length, scale, scores, length, a.Qkv.AsSpan(query), wide, 0, qkv.AsSpan(key), wide);
        });
    }

    // Every head of every sample: where its output begins, how long it is, where its queries and where its square begin.
    private void Each(int[] begins, Action<int, int, int, int> act)
    {
        var place = 0;
        for (var s = 0; s + 1 < begins.Length; s++)
        {
            var length = begins[s + 1] - begins[s];
            for (var head = 0; head < shape.Heads; head++)
            {
                act((begins[s] * shape.Width) + (head * shape.HeadWidth), length, (begins[s] * 3 * shape.Width) + (head * shape.HeadWidth), place);
                place += length * length;
            }
        }
    }
}
