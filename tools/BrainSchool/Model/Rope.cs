namespace BrainSchool.Model;

/// <summary>Turns pairs of neighbours by their place, as llama.cpp does for this architecture.</summary>
internal sealed class Rope
{
    private readonly int _heads;
    private readonly int _half;
    private readonly float[] _cos;
    private readonly float[] _sin;

    public Rope(Shape shape)
    {
        _heads = shape.Heads;
        _half = shape.HeadWidth / 2;
        _cos = new float[shape.Context * _half];
        _sin = new float[shape.Context * _half];
        for (var place = 0; place < shape.Context; place++)
        {
            for (var i = 0; i < _half; i++)
            {
                var angle = place * Math.Pow(Shape.RopeBase, -2.0 * i / shape.HeadWidth);
                (_sin[(place * _half) + i], _cos[(place * _half) + i]) = ((float)Math.Sin(angle), (float)Math.Cos(angle));
            }
        }
    }

    /// <summary>Turns one row of all heads; <paramref name="back"/> undoes it, as gradients want.</summary>
    public void Turn(Span<float> row, int place, bool back)
    {
        var cos = _cos.AsSpan(place * _half, _half);
        var sin = _sin.AsSpan(place * _half, _half);
        var sign = back ? -1f : 1f;
        for (var head = 0; head < _heads; head++)
        {
            var values = row.Slice(head * 2 * _half, 2 * _half);
            for (var i = 0; i < cos.Length; i++)
            {
                var (a, b, s) = (values[2 * i], values[(2 * i) + 1], sign * sin[i]);
                values[2 * i] = (a * cos[i]) - (b * s);
                values[(2 * i) + 1] = (a * s) + (b * cos[i]);
            }
        }
    }
}
