using BitBuddy.Llama.Native;

namespace BitBuddy.Llama.States;

/// <summary>What the engine holds after computing exactly these tokens, taken out of it; its owner disposes it.</summary>
internal sealed record PrefixState(int[] Tokens, NativeBytes Bytes) : IDisposable
{
    public void Dispose() => Bytes.Dispose();
}
