namespace BitBuddy.Llama.Templates;

/// <summary>The families we render ourselves. A reply also ends where a bad conversion says the family's marks as plain text.</summary>
internal static class TemplateFamilies
{
    /// <summary>A thinking model is told not to think: its block is opened and closed for it.</summary>
    private const string NoThoughts = "<think>\n\n</think>\n\n";

    /// <summary>Gemma 1 and 2 know no system role and no way to join one: an empty line, as llama.cpp does it.</summary>
    public static ChatTemplate Gemma { get; } = Turns("gemma");

    /// <summary>Gemma 3 joins the system text, as it stands, to the first turn with an empty line.</summary>
    public static ChatTemplate Gemma3 { get; } = Turns("gemma3", keepsSystem: true);

    public static ChatTemplate Llama3 { get; } = Headers("llama3", defaultSystem: null);

    /// <summary>Llama 3.1 to 3.3: there is always a system turn. Its two lines with dates are left out.</summary>
    public static ChatTemplate Llama32 { get; } = Headers("llama3.2", defaultSystem: "");

    public static ChatTemplate Phi { get; } = Bars("phi", "<|end|>", leavesEmptySystemOut: true);

    /// <summary>For models without a template: lines of a talk, ended where the user would speak again.</summary>
    public static ChatTemplate Plain { get; } = new TurnTemplate(
        "plain", new("", "\n\n"), new("User:", "\n"), new("{name}:", "\n"), "{name}:")
    { SpacesText = true, StopsAt = ["\nUser:"] };

    public static ChatTemplate Qwen3 { get; } = ChatMl("qwen3", defaultSystem: null, thinks: true);

    public static ChatTemplate Lfm2 { get; } = ChatMl("lfm2", defaultSystem: null, bos: true, leavesEmptySystemOut: true);

    /// <param name="end">The text of the model's end token, which ends each turn.</param>
    public static ChatTemplate Zephyr(string end = "</s>") => Bars("zephyr", end);

    public static ChatTemplate ChatMl(string? defaultSystem) => ChatMl("chatml", defaultSystem);

    /// <param name="family">Its name.</param>
    /// <param name="defaultSystem">What the system says where the talk has no system message; null: nothing.</param>
    /// <param name="thinks">The model thinks aloud where it is not told not to.</param>
    /// <param name="bos">The template asks for the begin token.</param>
    /// <param name="leavesEmptySystemOut">There is no system turn for an empty text.</param>
    public static ChatTemplate ChatMl(string family, string? defaultSystem, bool thinks = false, bool bos = false, bool leavesEmptySystemOut = false) => new TurnTemplate(
        family,
        new("<|im_start|>system\n", "<|im_end|>\n"),
        new("<|im_start|>user\n", "<|im_end|>\n"),
        new("<|im_start|>assistant\n", "<|im_end|>\n"),
        "<|im_start|>assistant\n" + (thinks ? NoThoughts : ""))
    { DefaultSystem = defaultSystem, Bos = bos, LeavesEmptySystemOut = leavesEmptySystemOut, StopsAt = ["<|im_end|>", "<|im_start|>", "<|endoftext|>"] };

    private static TurnTemplate Turns(string family, bool keepsSystem = false) => new(
        family,
        new("", ""),
        new("<start_of_turn>user\n", "<end_of_turn>\n"),
        new("<start_of_turn>model\n", "<end_of_turn>\n"),
        "<start_of_turn>model\n")
    { Bos = true, Trims = true, KeepsSystem = keepsSystem, FoldsSystemWith = "\n\n", StopsAt = ["<end_of_turn>", "<start_of_turn>"] };

    private static TurnTemplate Headers(string family, string? defaultSystem) => new(
        family,
        new("<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"),
        new("<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"),
        new("<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"),
        "<|start_header_id|>assistant<|end_header_id|>\n\n")
    { Bos = true, Trims = true, DefaultSystem = defaultSystem, StopsAt = ["<|eot_id|>", "<|start_header_id|>", "<|end_of_text|>", "<|eom_id|>"] };

    private static TurnTemplate Bars(string family, string end, bool leavesEmptySystemOut = false) => new(
        family, new("<|system|>\n", end + "\n"), new("<|user|>\n", end + "\n"), new("<|assistant|>\n", end + "\n"), "<|assistant|>\n")
    { LeavesEmptySystemOut = leavesEmptySystemOut, StopsAt = [end, "<|user|>", "<|system|>", "<|assistant|>", "<|endoftext|>"] };
}
