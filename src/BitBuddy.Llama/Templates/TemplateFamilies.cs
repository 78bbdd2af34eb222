namespace BitBuddy.Llama.Templates;

/// <summary>The families we render ourselves, recognised from a file's template text, which is only looked at.</summary>
internal static class TemplateFamilies
{
    private const string QwenSystem = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.";

    public static ChatTemplate Gemma { get; } = new TurnTemplate(
        "gemma",
        new("", ""),
        new("<start_of_turn>user\n", "<end_of_turn>\n"),
        new("<start_of_turn>model\n", "<end_of_turn>\n"),
        "<start_of_turn>model\n")
    { Bos = true, Trims = true, FoldsSystemWith = "\n\n" };

    public static ChatTemplate Llama3 { get; } = new TurnTemplate(
        "llama3",
        new("<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"),
        new("<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"),
        new("<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"),
        "<|start_header_id|>assistant<|end_header_id|>\n\n")
    { Bos = true, Trims = true };

    public static ChatTemplate Phi { get; } = Bars("phi", "<|end|>\n");

    public static ChatTemplate Zephyr { get; } = Bars("zephyr", "</s>\n");

    /// <summary>For models without a template: lines of a talk, ended where the user would speak again.</summary>
    public static ChatTemplate Plain { get; } = new TurnTemplate(
        "plain", new("", "\n\n"), new("User:", "\n"), new("{name}:", "\n"), "{name}:")
    { SpacesText = true, StopsAt = ["\nUser:"] };

    /// <summary>The family a template text belongs to; null: none of ours.</summary>
    public static ChatTemplate? Recognise(string template)
    {
        if (Has("<|im_start|>") && !Has("<|im_sep|>"))
            return ChatMl(Has(QwenSystem) ? QwenSystem : null);
        if (Has("<start_of_turn>"))
            return Gemma;
        if (Has("<|start_header_id|>"))
            return Llama3;
        var bars = Has("<|assistant|>") && (Has("<|user|>\n") || Has("<|user|>\\n"));
        if (bars && Has("<|end|>"))
            return Phi;
        return bars && (Has("eos_token") || Has("</s>")) ? Zephyr : null;

        bool Has(string text) => template.Contains(text, StringComparison.Ordinal);
    }

    public static ChatTemplate ChatMl(string? defaultSystem) => new TurnTemplate(
        defaultSystem is null ? "chatml" : "qwen2.5",
        new("<|im_start|>system\n", "<|im_end|>\n"),
        new("<|im_start|>user\n", "<|im_end|>\n"),
        new("<|im_start|>assistant\n", "<|im_end|>\n"),
        "<|im_start|>assistant\n")
    { DefaultSystem = defaultSystem };

    private static TurnTemplate Bars(string family, string after) => new(
        family, new("<|system|>\n", after), new("<|user|>\n", after), new("<|assistant|>\n", after), "<|assistant|>\n");
}
