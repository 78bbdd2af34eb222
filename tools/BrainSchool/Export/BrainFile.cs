using System.Globalization;
using BitBuddy.App.Bench.Models;
using BitBuddy.Conversation;
using BrainSchool.Lessons;
using BrainSchool.Model;
using BrainSchool.Tokens;

namespace BrainSchool.Export;

/// <summary>A trained brain as a GGUF file that the app and llama.cpp load.</summary>
internal static class BrainFile
{
    private const int Normal = 1, Control = 3;

    /// <param name="type">Of the matrices: F16 or Q8_0.</param>
    public static async Task WriteAsync(string path, Weights weights, Vocabulary words, WeightType type, CancellationToken cancellationToken)
    {
        var file = About(weights.Shape, words, type);
        foreach (var part in weights.Parts)
        {
            foreach (var (name, at, rows) in Split(part, weights.Shape))
            {
                var kind = rows == 1 ? WeightType.F32 : type;
                int[] sides = rows == 1 ? [part.Columns] : [part.Columns, rows];
                file.Add(new GgufTensor(name, kind, sides, 0) { Blocks = Blocks.Of(part.Of(weights.All).Slice(at * part.Columns, rows * part.Columns), kind) });
            }
        }

        var unfinished = path + ".part";
        await using (var target = File.Create(unfinished))
            await file.WriteAsync(target, seed: 0, progress: null, cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }

    private static GgufFile About(Shape shape, Vocabulary words, WeightType type) => new GgufFile()
        .Add("general.architecture", "llama")
        .Add("general.name", "Bit Buddy seed")
        .Add("general.file_type", type == WeightType.F16 ? 1 : 7)
        .Add("llama.vocab_size", shape.Words)
        .Add("llama.context_length", shape.Context)
        .Add("llama.embedding_length", shape.Width)
        .Add("llama.block_count", shape.Layers)
        .Add("llama.feed_forward_length", shape.Inner)
        .Add("llama.attention.head_count", shape.Heads)
        .Add("llama.attention.head_count_kv", shape.Heads)
        .Add("llama.attention.layer_norm_rms_epsilon", Shape.Epsilon)
        .Add("llama.rope.dimension_count", shape.HeadWidth)
        .Add("llama.rope.freq_base", Shape.RopeBase)
        .Add("tokenizer.ggml.model", "gpt2")
        .Add("tokenizer.ggml.pre", "qwen2")
        .Add("tokenizer.ggml.tokens", [.. words.Tokens])
        .Add("tokenizer.ggml.token_type", [.. words.Tokens.Select((_, id) => id < words.FirstSlot ? Normal : Control)])
        .Add("tokenizer.ggml.merges", [.. words.Merges.Select(pair => $"{pair.Left} {pair.Right}")])
        .Add("tokenizer.ggml.eos_token_id", words.End)
        .Add("tokenizer.ggml.add_bos_token", false)
        .Add("bitbuddy.prompt_layout", SlotPrompt.Layout)
        .Add("bitbuddy.slot_token_id", words.FirstSlot)
        .Add("bitbuddy.words", string.Join(' ', GrammarWords.All(new Grammar())))
        .Add("bitbuddy.situations", string.Join(' ', Scene.Known.Select(situation => situation.ToString().ToLower(CultureInfo.InvariantCulture))));

    // Matrices that are computed together here stand apart in the file.
    private static (string Name, int At, int Rows)[] Split(Part part, Shape shape) => part.Name switch
    {
        var name when name.Contains("attn_qkv", StringComparison.Ordinal) => [.. "qkv".Select((one, i) => (name.Replace("qkv", one.ToString(), StringComparison.Ordinal), i * shape.Width, shape.Width))],
        var name when name.Contains("gate_up", StringComparison.Ordinal) =>
            [(name.Replace("gate_up", "gate", StringComparison.Ordinal), 0, shape.Inner), (name.Replace("gate_up", "up", StringComparison.Ordinal), shape.Inner, shape.Inner)],
        var name => [(name, 0, part.Rows)],
    };
}
