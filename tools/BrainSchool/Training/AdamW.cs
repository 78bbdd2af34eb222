using System.Numerics.Tensors;

namespace BrainSchool.Training;

/// <summary>Adam without decay for whatever is no matrix of a layer.</summary>
internal sealed class AdamW(int length)
{
    private const float Mean = 0.9f, Square = 0.95f, Epsilon = 1e-8f;
    private readonly float[] _step = new float[length];

    /// <param name="count">Steps taken, with this one: from 1.</param>
    public void Step(Span<float> weights, ReadOnlySpan<float> gradient, Span<float> mean, Span<float> square, float rate, int count)
    {
        var step = _step.AsSpan(0, weights.Length);
        TensorPrimitives.Multiply(mean, Mean, mean);
        TensorPrimitives.MultiplyAdd(gradient, 1 - Mean, mean, mean);
        TensorPrimitives.Multiply(gradient, gradient, step);
        TensorPrimitives.Multiply(step, 1 - Square, step);
        TensorPrimitives.MultiplyAdd(square, Square, step, square);
        TensorPrimitives.Multiply(square, 1 / (1 - MathF.Pow(Square, count)), step);
        TensorPrimitives.Sqrt(step, step);
        TensorPrimitives.Add(step, Epsilon, step);
        TensorPrimitives.Divide(mean, step, step);
        TensorPrimitives.MultiplyAdd(step, -rate / (1 - MathF.Pow(Mean, count)), weights, weights);
    }
}
