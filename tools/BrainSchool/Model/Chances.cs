using System.Numerics.Tensors;

namespace BrainSchool.Model;

internal static class Chances
{
    /// <summary>Scores to chances, in place; large scores do no harm.</summary>
    public static void Of(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax<float>(scores, scores);
    }
}
