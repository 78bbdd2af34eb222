using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using BitBuddy.Llama.Native;

namespace BitBuddy.Llama;

/// <summary>The weights of one model file.</summary>
internal sealed unsafe class LlamaModel : IDisposable
{
    private LlamaModel(ModelHandle handle)
    {
        Handle = handle;
        Vocabulary = new Vocabulary(handle);
    }

    public ModelHandle Handle { get; }

    public Vocabulary Vocabulary { get; }

    public string Description
    {
        get
        {
            var text = stackalloc byte[256];
            var length = LlamaApi.llama_model_desc(Handle, text, 256);
            return LlamaLog.Escape(Encoding.UTF8.GetString(text, Math.Clamp(length, 0, 255)));
        }
    }

    public long Bytes => (long)LlamaApi.llama_model_size(Handle);

    public long Parameters => (long)LlamaApi.llama_model_n_params(Handle);

    public int TrainedContextSize => LlamaApi.llama_model_n_ctx_train(Handle);

    /// <summary>Whether a computed sequence can be cut back to any length; a recurrent model, whole or in part, can only forget all.</summary>
    public bool CutsBack => LlamaApi.llama_model_is_recurrent(Handle) == 0 && LlamaApi.llama_model_is_hybrid(Handle) == 0;

    /// <summary>The chat template in the file, as text; never run. Null: none.</summary>
    public string? ChatTemplate => Marshal.PtrToStringUTF8((nint)LlamaApi.llama_model_chat_template(Handle, 0));

    /// <param name="path">A GGUF file.</param>
    /// <param name="settings">Checked here.</param>
    /// <param name="progress">Called on this thread with 0 to 1; false stops the loading. May be null.</param>
    /// <param name="vocabularyOnly">Load no weights.</param>
    /// <exception cref="LlamaException">No such file, or not a model this engine can load.</exception>
    public static LlamaModel Load(string path, LlamaSettings settings, Func<float, bool>? progress = null, bool vocabularyOnly = false)
    {
        settings.Validate();
        if (!File.Exists(path))
            throw new LlamaException($"The brain file '{LlamaLog.Escape(path)}' does not exist.");

        var parameters = LlamaApi.llama_model_default_params();
        parameters.NGpuLayers = settings.GpuLayers;
        parameters.LoadMode = (settings.UseMmap ? 1 : 0) | (settings.UseMlock ? 2 : 0);
        parameters.UseExtraBufts = settings.Repack ? (byte)1 : (byte)0;
        parameters.VocabOnly = vocabularyOnly ? (byte)1 : (byte)0;
        parameters.KvOverrides = KeyOverrides.NoFillIn;

        var pinned = GCHandle.Alloc(progress);
        try
        {
            delegate* unmanaged[Cdecl]<float, nint, byte> callback = &OnProgress;
            parameters.ProgressCallback = (nint)callback;
            parameters.ProgressCallbackUserData = GCHandle.ToIntPtr(pinned);
            _ = LlamaLog.TakeLastProblem();
            var handle = LlamaApi.llama_model_load_from_file(path, parameters);
            return handle.IsInvalid
                ? throw LlamaException.WithNativeLine($"The brain file '{LlamaLog.Escape(Path.GetFileName(path))}' cannot be loaded; it may be damaged or of a kind this engine does not know.")
                : new LlamaModel(handle);
        }
        finally
        {
            pinned.Free();
        }
    }

    public void Dispose() => Handle.Dispose();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte OnProgress(float fraction, nint data)
    {
        Marks.Add();
        try
        {
            return GCHandle.FromIntPtr(data).Target is Func<float, bool> progress && !progress(fraction) ? (byte)0 : (byte)1;
        }
        catch (Exception)
        {
            // Stop loading: an exception must not cross into the engine.
            return 0;
        }
    }
}
