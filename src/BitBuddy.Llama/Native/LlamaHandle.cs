using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary>A native object; one that reaches its finalizer is recorded.</summary>
internal abstract class LlamaHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override void Dispose(bool disposing)
    {
        if (!disposing && !IsInvalid)
            HandleLeaks.Found.Enqueue(GetType().Name);
        base.Dispose(disposing);
    }
}
