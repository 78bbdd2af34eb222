using System.Text.RegularExpressions;

namespace BitBuddy.Llama.Templates;

/// <summary>A file's template text, taken as data: what family it writes down. It is never run.</summary>
internal sealed partial class TemplateText
{
    private const string Content = "'+message['content']+";

    // Marks that stand for another way to write a talk, though other marks of the text are known.
    private static readonly string[] Foreign =
        ["<|im_sep|>", "<|im_middle|>", "[INST]", "[gMASK]", "<|start_of_role|>", "<|channel|>", "<start_of_turn>system", "<start_of_turn>developer", "ReasoningMode"];

    private readonly string _text;
    private readonly string _squeezed;

    private TemplateText(string template)
    {
        _text = template.Replace("\\n", "\n", StringComparison.Ordinal).Replace('"', '\'');
        _squeezed = Space().Replace(_text, "").Replace("message.content", "message['content']", StringComparison.Ordinal);
    }

    /// <summary>The family that renders a talk as this text would; null: none of ours, or not surely one.</summary>
    /// <param name="template">The text.</param>
    /// <param name="end">The text of the model's end token, null where it is not known.</param>
    public static ChatTemplate? Recognise(string template, string? end)
    {
        var text = new TemplateText(template);
        if (Foreign.Any(mark => text.Has(mark)))
            return null;
        ChatTemplate?[] families = [text.ChatMl(), text.Gemma(), text.Llama(), text.Phi(), text.Zephyr(end ?? "</s>")];
        return families.OfType<ChatTemplate>().ToArray() is [var only] ? only : null;
    }

    private ChatTemplate? ChatMl()
    {
        if (!Has("<|im_start|>assistant\n") || !(Has("<|im_end|>\n") || Has("<|im_end|>'+'\n")))
            return null;
        if (Has("ns.system_prompt") && Has("bos_token"))
            return TemplateFamilies.Lfm2;
        var thinks = Has("<|im_start|>assistant\n<think>") || (Has("enable_thinking") && Has("<think>\n\n</think>\n\n"));
        var system = DefaultSystem().Match(_text) is { Success: true } match ? match.Groups[1].Value : null;
        var family = system switch
        {
            _ when thinks => "qwen3",
            { } text when text.StartsWith("You are Qwen", StringComparison.Ordinal) => "qwen2.5",
            { } text when text.Contains("SmolLM", StringComparison.Ordinal) => "smollm2",
            _ => "chatml",
        };
        return TemplateFamilies.ChatMl(family, system, thinks, Has("bos_token"));
    }

    private ChatTemplate? Gemma()
    {
        if (!Has("<start_of_turn>model\n") || !Has("<end_of_turn>\n") || !Has("|trim"))
            return null;
        if (!Has("first_user_prefix"))
            return TemplateFamilies.Gemma;
        return Has("first_user_prefix=messages[0]['content']+'\n\n'") ? TemplateFamilies.Gemma3 : null;
    }

    private ChatTemplate? Llama()
    {
        if (!Has("<|start_header_id|>assistant<|end_header_id|>\n\n") || !Has("<|eot_id|>") || !Has("|trim"))
            return null;
        return Has("CuttingKnowledgeDate") ? TemplateFamilies.Llama32 : TemplateFamilies.Llama3;
    }

    private ChatTemplate? Phi() =>
        Has($"<|user|>\n{Content}'<|end|>\n'") && Has($"<|system|>\n{Content}'<|end|>\n'") && Has("<|assistant|>\n") ? TemplateFamilies.Phi : null;

    private ChatTemplate? Zephyr(string end)
    {
        var user = $"<|user|>\n{Content}";
        if (!Has("<|assistant|>"))
            return null;
        if (Has($"{user}eos_token}}}}\n") || Has($"{user}eos_token+'\n'"))
            return TemplateFamilies.Zephyr(end);
        return Has($"{user}'</s>\n'") ? TemplateFamilies.Zephyr() : null;
    }

    private bool Has(string text) => _squeezed.Contains(text, StringComparison.Ordinal);

    [GeneratedRegex(@"[ \t\r]")]
    private static partial Regex Space();

    [GeneratedRegex(@"<\|im_start\|>system\n([^'<>{}]+)<\|im_end\|>")]
    private static partial Regex DefaultSystem();
}
