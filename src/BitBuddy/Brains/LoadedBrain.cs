using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>An awake brain as the buddy sees it; built by the delegate that the program passes in.</summary>
/// <param name="Client">The engine; disposing it ends the engine and gives its memory back.</param>
/// <param name="Count">Counts prompt tokens with the brain's own tokenizer; null: a token is taken as 3 UTF-8 bytes.</param>
public sealed record LoadedBrain(IChatClient Client, TokenCounter? Count);
