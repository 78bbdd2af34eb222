namespace BrainSchool.Training;

/// <summary>How large the steps of a training are: they grow, stay, and shrink to almost nothing over its last part.</summary>
/// <param name="Steps">Steps of the whole training.</param>
/// <param name="Steady">Steps before they begin to shrink.</param>
internal sealed record Schedule(int Steps, int Steady)
{
    private const int Warming = 60;

    /// <param name="step">From 0.</param>
    public float Rate(int step)
    {
        var left = (double)(Steps - step) / (Steps - Steady);
        return (float)(Math.Min(1, (step + 1.0) / Warming) * Math.Clamp(left, 0.01, 1));
    }
}
