namespace BrainSchool.Lessons;

internal static class Draws
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public static bool Chance(this Random random, double chance) => random.NextDouble() < chance;
}
