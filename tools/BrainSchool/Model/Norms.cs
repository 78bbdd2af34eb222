using System.Numerics.Tensors;

namespace BrainSchool.Model;

/// <summary>RMSNorm of rows, and its gradient.</summary>
internal static class Norms
{
    /// <summary>to = from / root mean square · scale, row by row; keeps the inverse roots.</summary>
    public static void Forward(ReadOnlySpan<float> from, ReadOnlySpan<float> scale, Span<float> to, Span<float> inverse)
    {
        var width = scale.Length;
        for (var i = 0; i < from.Length / width; i++)
        {
            var row = from.Slice(i * width, width);
            var target = to.Slice(i * width, width);
            inverse[i] = 1 / MathF.Sqrt((TensorPrimitives.SumOfSquares(row) / width) + Shape.Epsilon);
            TensorPrimitives.Multiply(row, inverse[i], target);
            TensorPrimitives.Multiply(target, scale, target);
        }
    }

    /// <summary>Adds the gradient of <paramref name="from"/> to <paramref name="toFrom"/> and that of the scale to <paramref name="toScale"/>; <paramref name="gradient"/> is used up.</summary>
    public static void Backward(
        ReadOnlySpan<float> from, ReadOnlySpan<float> scale, ReadOnlySpan<float> inverse, Span<float> gradient, Span<float> toFrom, Span<float> toScale, Span<float> scratch)
    {
        var width = scale.Length;
        scratch = scratch[..width];
        for (var i = 0; i < from.Length / width; i++)
        {
            var row = from.Slice(i * width, width);
            var given = gradient.Slice(i * width, width);
            var target = toFrom.Slice(i * width, width);
            TensorPrimitives.Multiply(row, inverse[i], scratch);
            TensorPrimitives.MultiplyAdd(given, scratch, toScale, toScale);
            TensorPrimitives.Multiply(given, scale, given);
            var pull = TensorPrimitives.Dot(given, scratch) / width;
            TensorPrimitives.MultiplyAdd(scratch, -pull, given, given);
            TensorPrimitives.MultiplyAdd(given, inverse[i], target, target);
        }
    }
}
