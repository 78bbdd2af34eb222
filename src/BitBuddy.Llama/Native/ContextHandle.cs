using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Native;

/// <summary>A context; keeps its model alive, and the switch that its abort callback reads.</summary>
internal sealed class ContextHandle : LlamaHandle
{
    private ModelHandle? _model;
    private GCHandle _abort;

    /// <summary>An invalid handle when the engine refuses.</summary>
    public static unsafe ContextHandle Create(ModelHandle model, ContextParams parameters, AbortSwitch abort)
    {
        var pinned = GCHandle.Alloc(abort);
        delegate* unmanaged[Cdecl]<nint, byte> callback = &ShouldAbort;
        parameters.AbortCallback = (nint)callback;
        parameters.AbortCallbackData = GCHandle.ToIntPtr(pinned);

        var referenced = false;
        model.DangerousAddRef(ref referenced);
        var context = LlamaApi.llama_init_from_model(model, parameters);
        if (context.IsInvalid)
        {
            model.DangerousRelease();
            pinned.Free();
            return context;
        }

        context._model = model;
        context._abort = pinned;
        return context;
    }

    protected override bool ReleaseHandle()
    {
        LlamaApi.llama_free(handle);
        if (_abort.IsAllocated)
            _abort.Free();
        _model?.DangerousRelease();
        return true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ShouldAbort(nint data)
    {
        Marks.Add();
        return GCHandle.FromIntPtr(data).Target is AbortSwitch { On: true } ? (byte)1 : (byte)0;
    }
}
