using BrainSchool.Maths;
using BrainSchool.Model;
using BrainSchool.Training;

namespace BitBuddy.SchoolTests;

public sealed class NetworkTests
{
    private static readonly Shape Tiny = new(Words: 40, Width: 16, Layers: 2, Heads: 2, Inner: 24, Context: 16);

    private static readonly Sample[] Samples =
    [
        new([3, 7, 1, 9, 30, 2], [0, 0.3f, 0, 1, 1, 1]),
        new([5, 5, 8, 39], [0, 1, 1, 1]),
    ];

    [Fact]
    public void Learn_Gradients_AreThoseOfTheLoss()
    {
        var weights = Weights.Begin(Tiny, 1);
        var network = new Network(Tiny, 32);
        var gradients = new float[weights.All.Length];
        network.Learn(weights, Samples, 1, gradients);
        var random = new Random(2);

        foreach (var part in weights.Parts)
        {
            // Along the gradient itself the change is large enough to be measured in single floats.
            var length = Math.Sqrt(part.Of(gradients).ToArray().Sum(one => (double)one * one));
            var step = 0.003 / length;
            var kept = part.Of(weights.All).ToArray();
            var ahead = Moved(step);
            var back = Moved(-step);
            kept.CopyTo(part.Of(weights.All));
            Assert.InRange((ahead - back) / (2 * step) / (length * length), 0.97, 1.03);

            // Single weights, too.
            for (var i = 0; i < 5; i++)
            {
                var at = part.At + random.Next(part.Length);
                var before = weights.All[at];
                weights.All[at] = before + 0.01f;
                var more = network.Judge(weights, Samples);
                weights.All[at] = before - 0.01f;
                var less = network.Judge(weights, Samples);
                weights.All[at] = before;
                Assert.Equal(gradients[at], (more - less) / 0.02, 0.01 + Math.Abs(0.05 * gradients[at]));
            }

            double Moved(double by)
            {
                for (var i = 0; i < part.Length; i++)
                    weights.All[part.At + i] = kept[i] + (float)(by * gradients[part.At + i]);
                return network.Judge(weights, Samples);
            }
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Multiply_PlainCode_AgreesWithTheLibrary(bool turnA, bool turnB)
    {
        var random = new Random(3);
        float[] Fill() => [.. Enumerable.Range(0, 200).Select(_ => random.NextSingle() - 0.5f)];
        var (a, b, c) = (Fill(), Fill(), Fill());
        var plain = c.ToArray();

        Blas.Multiply(turnA, turnB, 5, 6, 7, 0.5f, a, 11, b, 12, 0.25f, c, 13);
        Blas.Managed(turnA, turnB, 5, 6, 7, 0.5f, a, 11, b, 12, 0.25f, plain, 13);

        Assert.All(c.Zip(plain), pair => Assert.Equal(pair.First, pair.Second, 0.00001));
    }

    [Fact]
    public void Speaker_TokenByToken_ForeseesWhatTheNetworkDoes()
    {
        var weights = Weights.Begin(Tiny, 4);
        var random = new Random(5);
        foreach (ref var weight in weights.All.AsSpan())
            weight += 0.3f * (random.NextSingle() - 0.5f);
        int[] prompt = [3, 7, 1, 9, 30];
        var scores = Array.Empty<float>();
        new Speaker(weights).Say(prompt, end: 2, most: 1, _ => true, logits => (scores = logits.ToArray()).Length - 1);

        foreach (var token in (int[])[0, 17, 39])
        {
            var loss = new Network(Tiny, 32).Judge(weights, [new Sample([.. prompt, token], [0, 0, 0, 0, 0, 1])]);
            var chances = scores.ToArray();
            Chances.Of(chances);
            Assert.Equal(loss, -Math.Log(chances[token]), 0.001);
        }
    }

    [Fact]
    public void Learn_ASmallPattern_IsLearned()
    {
        var trainer = new Trainer(Weights.Begin(Tiny, 6), 64);
        var before = trainer.Judge(Samples);

        for (var i = 0; i < 150; i++)
            trainer.Learn(Samples, 1);

        Assert.InRange(trainer.Judge(Samples), 0, before / 5);
    }
}
