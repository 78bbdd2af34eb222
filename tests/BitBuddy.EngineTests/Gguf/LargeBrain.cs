namespace BitBuddy.EngineTests.Gguf;

/// <summary>A file of any size that the gate lets pass, of random bytes, to be fetched and never to think.</summary>
public static class LargeBrain
{
    private const int Columns = 4096;
    private const int RowBytes = Columns / 32 * 18;

    public static void Write(string path, long bytes, int seed = 1) => new GgufWriter()
        .Add("general.architecture", "llama").Add("tokenizer.ggml.model", "llama").Add("tokenizer.ggml.tokens", ["a", "b"])
        .AddQuarter("output.weight", Columns, (int)(bytes / RowBytes), new Random(seed), 1).Write(path);
}
