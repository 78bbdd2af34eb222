namespace BitBuddy.App.Bench.Models;

/// <summary>What a family's vocabulary looks like from outside.</summary>
/// <param name="Size">Tokens, control tokens included.</param>
/// <param name="Splitter">How a text is cut into words (<c>tokenizer.ggml.pre</c>); null: SentencePiece, which does not cut.</param>
/// <param name="Controls">Control tokens; SentencePiece has them first, the others last.</param>
/// <param name="Begin">The token every text may begin with.</param>
/// <param name="AddsBegin">Whether it does.</param>
/// <param name="End">The token that ends a reply.</param>
/// <param name="Template">The chat template, shortened to what it does to a talk.</param>
internal sealed record VocabularyShape(
    int Size, string? Splitter, IReadOnlyList<string> Controls, string Begin, bool AddsBegin, string End, string Template)
{
    private const string ChatMl =
        "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}";

    private static readonly string[] QwenControls = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];

    public static readonly VocabularyShape Qwen2 = new(151_936, "qwen2", QwenControls, "<|endoftext|>", false, "<|im_end|>",
        "{% if messages[0]['role'] != 'system' %}{{ '<|im_start|>system\\nYou are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>\\n' }}{% endif %}"
        + ChatMl + "{% endif %}");

    public static readonly VocabularyShape Qwen3 = Qwen2 with
    {
        Controls = [.. QwenControls, "<think>", "</think>"],
        Template = ChatMl + "{%- if enable_thinking is defined and enable_thinking is false %}{{- '<think>\\n\\n</think>\\n\\n' }}{%- endif %}{% endif %}",
    };

    public static readonly VocabularyShape Zephyr = new(32_000, null, ["<unk>", "<s>", "</s>"], "<s>", true, "</s>",
        "{% for message in messages %}\n{% if message['role'] == 'user' %}\n{{ '<|user|>\\n' + message['content'] + eos_token }}\n"
        + "{% elif message['role'] == 'system' %}\n{{ '<|system|>\\n' + message['content'] + eos_token }}\n"
        + "{% elif message['role'] == 'assistant' %}\n{{ '<|assistant|>\\n' + message['content'] + eos_token }}\n{% endif %}\n"
        + "{% if loop.last and add_generation_prompt %}\n{{ '<|assistant|>' }}\n{% endif %}\n{% endfor %}");

    public static readonly VocabularyShape Llama3 = new(128_256, "llama-bpe",
        ["<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"], "<|begin_of_text|>", true, "<|eot_id|>",
        "{% for message in messages %}{{ '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' + message['content'] | trim + '<|eot_id|>' }}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}");
}
