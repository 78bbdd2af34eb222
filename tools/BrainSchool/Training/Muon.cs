using System.Numerics.Tensors;
using BrainSchool.Maths;

namespace BrainSchool.Training;

/// <summary>Muon for one matrix: its momentum is made nearly orthogonal (five Newton-Schulz steps) before it is a step.</summary>
internal sealed class Muon
{
    private const int Steps = 5;
    private const float Keep = 0.95f;
    private const float A = 3.4445f, B = -4.7750f, C = 2.0315f;

    private readonly int _rows, _columns, _small;
    private readonly float[] _turn, _next, _square, _mixed;

    public Muon(int rows, int columns)
    {
        (_rows, _columns, _small) = (rows, columns, Math.Min(rows, columns));
        (_turn, _next) = (new float[rows * columns], new float[rows * columns]);
        (_square, _mixed) = (new float[_small * _small], new float[_small * _small]);
    }

    /// <summary>Takes one step of <paramref name="rate"/>.</summary>
    public void Step(Span<float> weights, ReadOnlySpan<float> gradient, Span<float> momentum, float rate)
    {
        // momentum = keep · momentum + (1 - keep) · gradient; then Nesterov's look ahead.
        TensorPrimitives.Multiply(momentum, Keep, momentum);
        TensorPrimitives.MultiplyAdd(gradient, 1 - Keep, momentum, momentum);
        var turn = _turn.AsSpan();
        TensorPrimitives.Multiply(gradient, 1 - Keep, turn);
        TensorPrimitives.MultiplyAdd(momentum, Keep, turn, turn);
        TensorPrimitives.Multiply(turn, 1 / (TensorPrimitives.Norm<float>(turn) + 1e-7f), turn);
        for (var step = 0; step < Steps; step++)
        {
            var isTall = _rows > _columns;
            Blas.Multiply(isTall, !isTall, _small, _small, isTall ? _rows : _columns, 1, _turn, _columns, _turn, _columns, 0, _square, _small);
            Blas.Multiply(false, false, _small, _small, _small, C, _square, _small, _square, _small, 0, _mixed, _small);
            TensorPrimitives.MultiplyAdd(_square, B, _mixed, _mixed);
            turn.CopyTo(_next);
            if (isTall)
                Blas.Multiply(false, false, _rows, _columns, _small, 1, _turn, _columns, _mixed, _small, A, _next, _columns);
            else
                Blas.Multiply(false, false, _rows, _columns, _small, 1, _mixed, _small, _turn, _columns, A, _next, _columns);
            _next.CopyTo(turn);
        }

        TensorPrimitives.MultiplyAdd(turn, -rate * MathF.Sqrt(Math.Max(1f, (float)_rows / _columns)), weights, weights);
    }
}
