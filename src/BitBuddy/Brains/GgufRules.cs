namespace BitBuddy.Brains;

/// <summary>Numbers of a header that an engine takes on trust: what it would end its process over is refused here.</summary>
internal static class GgufRules
{
    private const int MostLayers = 512;
    private const long MostWidth = 1 << 20;

    /// <summary>Bytes that tensors are aligned to.</summary>
    public static long Alignment(GgufKeys keys)
    {
        if (keys.Find("general.alignment") is not { } given)
            return 32;
        var bytes = given.Content as long?;
        return given.Kind == GgufKind.UInt32 && bytes is > 0 and <= 65_536 && (bytes & (bytes - 1)) == 0
            ? bytes.Value
            : throw new GgufException($"has an impossible alignment ({(bytes is null ? "not a number" : bytes)}); it is damaged");
    }

    public static void Check(GgufKeys keys)
    {
        var architecture = keys.Text("general.architecture");
        if (string.IsNullOrWhiteSpace(architecture))
            throw new GgufException("does not name its architecture; it is damaged");
        if (keys.Number("split.count") is > 1 and var parts)
            throw new GgufException($"is one part of a brain in {parts} files; join them into one file first");

        Within(keys, architecture, "block_count", 1, MostLayers);
        Within(keys, architecture, "context_length", 1, int.MaxValue);
        foreach (var width in (string[])["embedding_length", "attention.key_length", "attention.value_length"])
            Within(keys, architecture, width, 1, MostWidth);
        Within(keys, architecture, "rope.dimension_count", 0, MostWidth);
        Within(keys, architecture, "attention.head_count", 0, 65_536);
        Within(keys, architecture, "attention.head_count_kv", 0, 65_536);
        Within(keys, architecture, "feed_forward_length", 0, MostWidth * 4);
        Within(keys, architecture, "expert_count", 0, MostLayers);
        Within(keys, architecture, "expert_used_count", 0, keys.Number($"{architecture}.expert_count") ?? MostLayers);
        CheckRotation(keys, architecture);
        foreach (var epsilon in (string[])["attention.layer_norm_epsilon", "attention.layer_norm_rms_epsilon", "attention.group_norm_epsilon"])
        {
            if (keys.Find($"{architecture}.{epsilon}") is not null && keys.Real($"{architecture}.{epsilon}") is not (>= 0 and <= 1))
                throw Impossible(epsilon);
        }
    }

    // Positions are rotated into pairs of a head's numbers: there cannot be more of them than a head has.
    private static void CheckRotation(GgufKeys keys, string architecture)
    {
        var heads = keys.PerLayer($"{architecture}.attention.head_count", 1)?[0] ?? 0;
        var size = keys.Number($"{architecture}.attention.key_length") ?? (heads > 0 ? keys.Number($"{architecture}.embedding_length") / heads : null);
        if (keys.Number($"{architecture}.rope.dimension_count") is { } rotated && (rotated % 2 != 0 || rotated > size))
            throw Impossible("rope.dimension_count");
    }

    // One number, or one for each layer.
    private static void Within(GgufKeys keys, string architecture, string key, long least, long most)
    {
        if (keys.Find($"{architecture}.{key}") is not { } value)
            return;
        long[]? numbers = value.Content switch { long one => [one], long[] { Length: > 0 } list => list, _ => null };
        if (numbers is null || numbers.Any(number => number < least || number > most))
            throw Impossible(key);
    }

    private static GgufException Impossible(string key) => new($"has an impossible value for {key}; it is damaged");
}
