using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary>Bytes outside the managed heap: megabytes that are given back at once.</summary>
internal sealed unsafe class NativeBytes : LlamaHandle
{
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    public NativeBytes(int length)
    {
        Length = length;
        SetHandle((nint)NativeMemory.Alloc((nuint)length));
    }

    public int Length { get; }

    public Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return new Span<byte>((void*)handle, Length);
        }
    }

    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }
}
