namespace BitBuddy.Llama.Templates;

/// <summary>How one family of models wants a talk written down.</summary>
internal abstract class ChatTemplate
{
    /// <summary>
    /// The template a model file asks for: our families first, then llama.cpp's list (which needs a started engine), then plain lines.
    /// </summary>
    /// <param name="text">The file's template text, only looked at; null: it has none.</param>
    /// <param name="end">The text of the model's end token; null where it has none.</param>
    public static ChatTemplate For(string? text, string? end = null) =>
        text is null ? TemplateFamilies.Plain
        : TemplateText.Recognise(text, end) ?? (ChatTemplate?)BuiltInTemplate.TryCreate(text) ?? TemplateFamilies.Plain;

    /// <summary>The family's name, as shown to people.</summary>
    public abstract string Family { get; }

    /// <summary>Whether the text begins with the model's begin token even where the vocabulary does not ask for it.</summary>
    public virtual bool StartsWithBos => false;

    /// <summary>Texts at which a reply ends, besides the model's end tokens.</summary>
    public virtual IReadOnlyList<string> Stops => [];

    /// <summary>The whole prompt up to where the assistant speaks.</summary>
    public abstract IReadOnlyList<PromptPiece> Render(IReadOnlyList<PromptMessage> messages);
}
