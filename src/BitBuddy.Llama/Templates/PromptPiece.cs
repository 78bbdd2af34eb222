namespace BitBuddy.Llama.Templates;

/// <summary>A stretch of a rendered prompt.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsFrame">Whether it is the template's own, where names of control tokens count.</param>
/// <param name="Content">For data: which text of the messages it is, counted over all of them; else -1.</param>
internal sealed record PromptPiece(string Text, bool IsFrame, int Content);
