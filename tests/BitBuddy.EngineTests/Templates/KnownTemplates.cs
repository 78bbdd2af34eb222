namespace BitBuddy.EngineTests.Templates;

/// <summary>The decisive lines of templates that files carry, for families whose files are not among the test data.</summary>
internal static class KnownTemplates
{
    private const string Loop =
        "{%- for message in messages %}\n{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}\n{%- endfor %}\n";

    private const string Open = "{%- if add_generation_prompt %}\n{{- '<|im_start|>assistant\\n' }}\n";

    public const string Qwen3 =
        "{%- if messages[0].role == 'system' %}\n{{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}\n{%- endif %}\n" + Loop + Open
        + "{%- if enable_thinking is defined and enable_thinking is false %}\n{{- '<think>\\n\\n</think>\\n\\n' }}\n{%- endif %}\n{%- endif %}";

    public const string AlwaysThinking = Loop + "{%- if add_generation_prompt %}\n{{- '<|im_start|>assistant\\n<think>\\n' }}\n{%- endif %}";

    public const string SmolLm2 =
        "{% if messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n' }}{% endif %}"
        + "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    public const string Lfm2 =
        "{{- bos_token -}}\n{%- set ns = namespace(system_prompt=\"\") -%}\n{%- if messages[0][\"role\"] == \"system\" -%}\n\t{%- set ns.system_prompt = messages[0][\"content\"] -%}\n"
        + "{%- endif -%}\n{%- if ns.system_prompt -%}\n\t{{- \"<|im_start|>system\\n\" + ns.system_prompt + \"<|im_end|>\\n\" -}}\n{%- endif -%}\n"
        + "{%- for message in messages -%}\n\t{{- \"<|im_start|>\" + message[\"role\"] + \"\\n\" -}}\n\t{{- content + \"<|im_end|>\\n\" -}}\n{%- endfor -%}\n"
        + "{%- if add_generation_prompt -%}\n\t{{- \"<|im_start|>assistant\\n\" -}}\n{%- endif -%}\n";

    public const string Gemma3 =
        "{{ bos_token }}\n{%- if messages[0]['role'] == 'system' -%}\n    {%- set first_user_prefix = messages[0]['content'] + '\n\n' -%}\n{%- endif -%}\n"
        + "{%- for message in loop_messages -%}\n    {{ '<start_of_turn>' + role + '\n' + (first_user_prefix if loop.first else \"\") }}\n    {{ message['content'] | trim }}\n"
        + "    {{ '<end_of_turn>\n' }}\n{%- endfor -%}\n{%- if add_generation_prompt -%}\n    {{'<start_of_turn>model\n'}}\n{%- endif -%}\n";

    public const string TinyLlama =
        "{% for message in messages %}\n{% if message['role'] == 'user' %}\n{{ '<|user|>\n' + message['content'] + eos_token }}\n"
        + "{% elif message['role'] == 'system' %}\n{{ '<|system|>\n' + message['content'] + eos_token }}\n"
        + "{% elif message['role'] == 'assistant' %}\n{{ '<|assistant|>\n'  + message['content'] + eos_token }}\n{% endif %}\n"
        + "{% if loop.last and add_generation_prompt %}\n{{ '<|assistant|>' }}\n{% endif %}\n{% endfor %}";

    public const string Llama3 =
        "{% for message in messages %}{% set content = '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n'+ message['content'] | trim + '<|eot_id|>' %}"
        + "{{ content }}{% endfor %}{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}";

    /// <summary>Templates that look like one of ours and are not: their marks are joined in another way.</summary>
    public static IEnumerable<string> NearMisses =>
    [
        // Marks around names, parted by a third one.
        "{{ '<|im_start|>' + message['role'] + '<|im_sep|>' + message['content'] + '<|im_end|>' }}{{ '<|im_start|>assistant<|im_sep|>' }}",
        // No line break behind the end mark.
        "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' }}{{ '<|im_start|>assistant\\n' }}",
        // No line break behind the role.
        "{{ '<|user|>' + message['content'] + '<|end|>' }}{{ '<|system|>' + message['content'] + '<|end|>' }}{{ '<|assistant|>' }}",
        // A user's turn that ends without a mark.
        "{{ '<|user|>\\n' + message['content'] + '\\n' }}{{ '<|assistant|>\\n' + message['content'] + eos_token + '\\n' }}{{ '<|assistant|>\\n' }}",
        // No line break behind the end token.
        "{{ '<|user|>\\n' + message['content'] + eos_token }}{% endif %}{{ '<|assistant|>\\n' }}",
        // A turn for the system.
        Gemma3.Replace("'<start_of_turn>' + role", "'<start_of_turn>system'", StringComparison.Ordinal),
        // Joined with one line break.
        Gemma3.Replace("['content'] + '\n\n'", "['content'] + '\n'", StringComparison.Ordinal),
        // Untrimmed.
        Gemma3.Replace(" | trim", "", StringComparison.Ordinal),
        Llama3.Replace(" | trim", "", StringComparison.Ordinal),
        Llama3.Replace("\n\n", "\n", StringComparison.Ordinal),
        // A system turn full of its own sections.
        Qwen3.Replace("{%- for", "{{- '## Metadata\\n\\nReasoning Mode: ' }}\n{%- for", StringComparison.Ordinal),
        // Two families at once.
        Llama3 + Qwen3,
        "<|im_start|><|im_end|>", "<start_of_turn>", "<|start_header_id|>", "<|user|>\n<|assistant|>\n<|end|></s>", "[INST]", "",
    ];
}
