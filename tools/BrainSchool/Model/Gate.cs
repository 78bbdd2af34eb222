using System.Numerics.Tensors;

namespace BrainSchool.Model;

/// <summary>SwiGLU of one row: gate · sigmoid(gate) · up, and its gradient.</summary>
internal static class Gate
{
    public static void Forward(ReadOnlySpan<float> gateUp, Span<float> sigmoid, Span<float> to)
    {
        var gate = gateUp[..to.Length];
        var up = gateUp[to.Length..];
        TensorPrimitives.Sigmoid(gate, sigmoid);
        TensorPrimitives.Multiply(gate, sigmoid, to);
        TensorPrimitives.Multiply(to, up, to);
    }

    /// <summary><paramref name="given"/> is used up.</summary>
    public static void Backward(ReadOnlySpan<float> gateUp, ReadOnlySpan<float> sigmoid, Span<float> given, Span<float> to)
    {
        var gate = gateUp[..given.Length];
        var up = gateUp[given.Length..];
        var toGate = to[..given.Length];
        var toUp = to[given.Length..];
        // up: given · gate · s; gate: given · up · s · (1 + gate · (1 - s)).
        TensorPrimitives.Multiply(gate, sigmoid, toUp);
        TensorPrimitives.Multiply(toUp, given, toUp);
        TensorPrimitives.Multiply(given, up, given);
        TensorPrimitives.Multiply(given, sigmoid, given);
        TensorPrimitives.Subtract(1f, sigmoid, toGate);
        TensorPrimitives.Multiply(toGate, gate, toGate);
        TensorPrimitives.Add(toGate, 1f, toGate);
        TensorPrimitives.Multiply(toGate, given, toGate);
    }
}
