namespace BitBuddy.Conversation;

/// <summary>A part of a text, to be summed up by itself.</summary>
/// <param name="First">The sentence it begins with.</param>
/// <param name="Last">The sentence it ends with.</param>
/// <param name="Heart">The one that says most.</param>
/// <param name="Best">Those that say most, in their order.</param>
internal sealed record TextSection(FactSentence First, FactSentence Last, FactSentence Heart, IReadOnlyList<FactSentence> Best);
