using BrainSchool.Model;

namespace BrainSchool.Reporting;

/// <summary>Chooses the next token from its scores.</summary>
internal static class Pick
{
    public static int Best(float[] scores) => Array.IndexOf(scores, scores.Max());

    /// <summary>Draws among the likeliest tokens that together have <paramref name="top"/> of all chances.</summary>
    public static int Drawn(float[] scores, float temperature, float top, Random random)
    {
        var chances = scores.ToArray();
        for (var i = 0; i < chances.Length; i++)
            chances[i] /= temperature;
        Chances.Of(chances);
        var order = Enumerable.Range(0, chances.Length).Where(i => chances[i] > 0.0001f).OrderByDescending(i => chances[i]).ToList();
        var kept = 0;
        for (var sum = 0f; kept < order.Count && sum < top; kept++)
            sum += chances[order[kept]];
        var drawn = random.NextDouble() * order.Take(kept).Sum(i => chances[i]);
        foreach (var i in order.Take(kept))
        {
            if ((drawn -= chances[i]) <= 0)
                return i;
        }

        return order[0];
    }
}
