using System.Numerics.Tensors;

namespace BrainSchool.Model;

/// <summary>The model word by word, remembering keys and values: how the school hears what it has taught.</summary>
internal sealed class Speaker(Weights weights)
{
    private readonly Shape _shape = weights.Shape;
    private readonly Rope _rope = new(weights.Shape);
    private readonly float[] _keys = new float[weights.Shape.Layers * weights.Shape.Context * weights.Shape.Width];
    private readonly float[] _values = new float[weights.Shape.Layers * weights.Shape.Context * weights.Shape.Width];
    private readonly float[] _row = new float[weights.Shape.Width];
    private readonly float[] _normed = new float[weights.Shape.Width];
    private readonly float[] _qkv = new float[3 * weights.Shape.Width];
    private readonly float[] _heard = new float[weights.Shape.Width];
    private readonly float[] _gateUp = new float[2 * weights.Shape.Inner];
    private readonly float[] _gated = new float[weights.Shape.Inner];
    private readonly float[] _inverse = new float[1];
    private readonly float[] _heed = new float[weights.Shape.Context];
    private readonly float[] _logits = new float[weights.Shape.Words];
    private int _place;

    /// <summary>Tokens up to the one that ends the reply, without it.</summary>
    /// <param name="open">Whether a token may be said.</param>
    /// <param name="pick">Draws one of the logits; closed ones are negative infinity.</param>
    public List<int> Say(IReadOnlyList<int> prompt, int end, int most, Func<int, bool> open, Func<float[], int> pick)
    {
        _place = 0;
        foreach (var token in prompt)
            Hear(token);
        List<int> said = [];
        while (said.Count < most)
        {
            Score();
            for (var token = 0; token < _logits.Length; token++)
            {
                if (!open(token))
                    _logits[token] = float.NegativeInfinity;
            }

            var next = pick(_logits);
            if (next == end)
                break;
            said.Add(next);
            Hear(next);
        }

        return said;
    }

    private void Hear(int token)
    {
        var (width, inner, all) = (_shape.Width, _shape.Inner, weights.All);
        weights.Embed.Of(all).Slice(token * width, width).CopyTo(_row);
        for (var l = 0; l < _shape.Layers; l++)
        {
            var layer = weights.Layers[l];
            Norms.Forward(_row, layer.AttentionNorm.Of(all), _normed, _inverse);
            Times(layer.Qkv, _normed, _qkv);
            _rope.Turn(_qkv.AsSpan(0, width), _place, back: false);
            _rope.Turn(_qkv.AsSpan(width, width), _place, back: false);
            var first = l * _shape.Context * width;
            _qkv.AsSpan(width, width).CopyTo(_keys.AsSpan(first + (_place * width)));
            _qkv.AsSpan(2 * width, width).CopyTo(_values.AsSpan(first + (_place * width)));
            Heed(first);
            Times(layer.Output, _heard, _normed);
            TensorPrimitives.Add(_row, _normed, _row);
            Norms.Forward(_row, layer.InnerNorm.Of(all), _normed, _inverse);
            Times(layer.GateUp, _normed, _gateUp);
            Gate.Forward(_gateUp, _gated.AsSpan(), _gated);
            Times(layer.Down, _gated, _normed);
            TensorPrimitives.Add(_row, _normed, _row);
        }

        _place++;
    }

    private void Heed(int first)
    {
        var (width, head) = (_shape.Width, _shape.HeadWidth);
        var heed = _heed.AsSpan(0, _place + 1);
        for (var h = 0; h < _shape.Heads; h++)
        {
            for (var i = 0; i <= _place; i++)
                heed[i] = TensorPrimitives.Dot<float>(_qkv.AsSpan(h * head, head), _keys.AsSpan(first + (i * width) + (h * head), head)) / MathF.Sqrt(head);
            Chances.Of(heed);
            var heard = _heard.AsSpan(h * head, head);
            heard.Clear();
            for (var i = 0; i <= _place; i++)
                TensorPrimitives.MultiplyAdd(_values.AsSpan(first + (i * width) + (h * head), head), heed[i], heard, heard);
        }
    }

    private void Score()
    {
        Norms.Forward(_row, weights.Norm.Of(weights.All), _normed, _inverse);
        Times(weights.Embed, _normed, _logits);
    }

    private void Times(Part part, float[] row, float[] to)
    {
        var matrix = part.Of(weights.All);
        for (var i = 0; i < part.Rows; i++)
            to[i] = TensorPrimitives.Dot<float>(matrix.Slice(i * part.Columns, part.Columns), row);
    }
}
