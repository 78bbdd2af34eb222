namespace BitBuddy.Llama.Templates;

/// <summary>What can be told of a chat template without an engine.</summary>
public static class TemplateFamily
{
    /// <summary>The name of the family a template text belongs to, as "qwen2.5"; null where it is none that we render ourselves.</summary>
    public static string? Of(string? template) => template is null ? null : TemplateText.Recognise(template, end: null)?.Family;
}
