namespace BitBuddy.Llama;

/// <summary>How a model is loaded and run.</summary>
public sealed record LlamaSettings
{
    /// <summary>Tokens that prompt and reply may hold together.</summary>
    public int ContextSize { get; init; } = 512;

    /// <summary>Threads that compute, 1 to 256.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Layers that a graphics processor computes, where there is one; 0: none.</summary>
    public int GpuLayers { get; init; }

    /// <summary>Map the file instead of copying it into memory.</summary>
    public bool UseMmap { get; init; } = true;

    /// <summary>Forbid the system to swap the weights out.</summary>
    public bool UseMlock { get; init; }

    /// <summary>Rearrange weights at load for a faster prompt; costs memory and seconds at wake.</summary>
    public bool Repack { get; init; }

    /// <exception cref="LlamaException">A number is out of its range.</exception>
    internal void Validate()
    {
        Check(ContextSize is >= 16 and <= 131_072, "context size", "16 to 131072", ContextSize);
        Check(Threads is >= 1 and <= 256, "number of threads", "1 to 256", Threads);
        Check(GpuLayers is >= 0 and <= 1000, "number of GPU layers", "0 to 1000", GpuLayers);
    }

    private static void Check(bool ok, string what, string range, int value)
    {
        if (!ok)
            throw new LlamaException($"The {what} must be {range}, not {value}.");
    }
}
