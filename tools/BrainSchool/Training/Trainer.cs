using System.Numerics.Tensors;
using BrainSchool.Model;

namespace BrainSchool.Training;

/// <summary>
/// Teaches batch by batch. A batch is halved and each half computed by one thread, whatever the machine has, so that the same samples give
/// the same weights.
/// </summary>
internal sealed class Trainer
{
    private const float MuonRate = 0.02f, AdamRate = 0.003f, MostGradient = 1;
    private readonly Network[] _halves;
    private readonly float[][] _gradients;
    private readonly Dictionary<string, Muon> _muon;
    private readonly AdamW _adam;

    /// <param name="most">Tokens of one batch at most.</param>
    public Trainer(Weights weights, int most)
    {
        Weights = weights;
        var half = (most / 2) + weights.Shape.Context;
        _halves = [new(weights.Shape, half), new(weights.Shape, half)];
        var length = weights.All.Length;
        _gradients = [new float[length], new float[length]];
        (Momentum, Square) = (new float[length], new float[length]);
        _muon = weights.Parts.Where(part => part.IsHidden).ToDictionary(part => part.Name, part => new Muon(part.Rows, part.Columns));
        _adam = new AdamW(weights.Embed.Length);
    }

    public Weights Weights { get; }

    /// <summary>Steps taken.</summary>
    public int Steps { get; set; }

    /// <summary>Muon's momentum, and Adam's mean.</summary>
    public float[] Momentum { get; }

    /// <summary>Adam's mean of squares.</summary>
    public float[] Square { get; }

    /// <summary>Takes one step and gives the batch's mean loss before it.</summary>
    /// <param name="rate">Size of the step: 1 is the usual one.</param>
    public double Learn(IReadOnlyList<Sample> batch, float rate)
    {
        var weight = batch.Sum(sample => (double)sample.Loss.Skip(1).Sum());
        var parts = Halve(batch);
        var losses = new double[2];
        Parallel.For(0, 2, half =>
        {
            Array.Clear(_gradients[half]);
            losses[half] = _halves[half].Learn(Weights, parts[half], (float)(1 / weight), _gradients[half]);
        });
        var gradient = _gradients[0];
        TensorPrimitives.Add<float>(gradient, _gradients[1], gradient);
        Steps++;
        var others = Weights.Parts.Where(part => !part.IsHidden).ToList();
        var length = MathF.Sqrt(others.Sum(part => TensorPrimitives.SumOfSquares<float>(part.Of(gradient))));
        var hidden = Weights.Parts.Where(part => part.IsHidden).ToList();
        Parallel.For(0, 2, half =>
        {
            for (var i = half; i < hidden.Count; i += 2)
                _muon[hidden[i].Name].Step(hidden[i].Of(Weights.All), hidden[i].Of(gradient), hidden[i].Of(Momentum), MuonRate * rate);
        });
        foreach (var part in others)
        {
            if (length > MostGradient)
                TensorPrimitives.Multiply(part.Of(gradient), MostGradient / length, part.Of(gradient));
            _adam.Step(part.Of(Weights.All), part.Of(gradient), part.Of(Momentum), part.Of(Square), AdamRate * rate, Steps);
        }

        return losses.Sum() / weight;
    }

    /// <summary>The mean loss of samples, without learning from them.</summary>
    public double Judge(IReadOnlyList<Sample> samples)
    {
        var weight = samples.Sum(sample => (double)sample.Loss.Skip(1).Sum());
        return samples.Chunk(8).Sum(chunk => _halves[0].Judge(Weights, chunk)) / weight;
    }

    // The longest first, each to the half that has less.
    private static List<Sample>[] Halve(IReadOnlyList<Sample> batch)
    {
        List<Sample>[] halves = [[], []];
        int[] tokens = [0, 0];
        foreach (var sample in batch.OrderByDescending(sample => sample.Tokens.Length))
        {
            var less = tokens[0] <= tokens[1] ? 0 : 1;
            halves[less].Add(sample);
            tokens[less] += sample.Tokens.Length;
        }

        return halves;
    }
}
