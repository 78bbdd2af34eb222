namespace BitBuddy.App.Bench.Models;

/// <summary>Writes a model of a real shape with random weights: its speed and memory are the real ones, its words mean nothing.</summary>
internal static class ModelWriter
{
    /// <param name="path">Where to; nothing is ever overwritten.</param>
    /// <param name="vocabulary">A GGUF file to take the vocabulary from; null: one is made up.</param>
    /// <param name="seed">The same one gives the same file.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="BuddyException">The place is taken, too small, or cannot be written.</exception>
    public static async Task<long> WriteAsync(
        string path, ModelShape shape, Quant quant, string? vocabulary, int seed, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (Path.Exists(path))
            throw new BuddyException($"{Display.Line(path)} is already there; nothing was overwritten.");
        var file = Describe(shape, quant, vocabulary);
        CheckRoom(path, file.Length);
        var part = path + ".part";
        try
        {
            await using (var target = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
                await file.WriteAsync(target, seed, progress, cancellationToken);
            File.Move(part, path, overwrite: false);
            return file.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new BuddyException($"{Display.Line(path)} cannot be written ({Display.Line(e.Message)}); name another place.", inner: e);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>The file as it will be.</summary>
    public static GgufFile Describe(ModelShape shape, Quant quant, string? vocabulary)
    {
        var of = shape.Architecture;
        var file = new GgufFile()
            .Add("general.architecture", of)
            .Add("general.name", $"Random weights in the shape of {shape.Name}")
            .Add("general.file_type", quant.FileType)
            .Add("general.quantization_version", 2)
            .Add($"{of}.context_length", shape.Context)
            .Add($"{of}.embedding_length", shape.Width)
            .Add($"{of}.block_count", shape.Layers)
            .Add($"{of}.feed_forward_length", shape.FeedForward)
            .Add($"{of}.attention.head_count", shape.Heads)
            .Add($"{of}.attention.head_count_kv", shape.KeyHeads)
            .Add($"{of}.attention.key_length", shape.HeadSize)
            .Add($"{of}.attention.value_length", shape.HeadSize)
            .Add($"{of}.attention.layer_norm_rms_epsilon", shape.NormEpsilon)
            .Add($"{of}.rope.dimension_count", shape.HeadSize)
            .Add($"{of}.rope.freq_base", shape.RopeBase)
            .Add($"{of}.vocab_size", shape.Vocabulary.Size)
            .Add("tokenizer.chat_template", shape.Vocabulary.Template);
        if (vocabulary is null)
            SyntheticVocabulary.AddTo(file, shape.Vocabulary);
        else if (GivenVocabulary.AddTo(file, vocabulary) is var size && size != shape.Vocabulary.Size)
            throw new BuddyException($"{Display.Line(vocabulary)} has {size} tokens and {shape.Name} has {shape.Vocabulary.Size}; name another file, or none.");
        foreach (var tensor in ModelPlan.Tensors(shape, quant))
            file.Add(tensor);
        return file;
    }

    private static void CheckRoom(string path, long needed)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            throw new BuddyException($"There is no folder {Display.Line(folder)}; create it or name another place.", ExitCode.NotFound);
        if (new DriveInfo(folder).AvailableFreeSpace is var free && free < needed)
            throw new BuddyException($"{Conversation.Said.Size(needed)} are needed in {Display.Line(folder)} and {Conversation.Said.Size(free)} are free; make room or name another place.");
    }
}
