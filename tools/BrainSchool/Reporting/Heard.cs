using BitBuddy.Conversation;
using BrainSchool.Lessons;

namespace BrainSchool.Reporting;

/// <summary>What a brain said to a scene.</summary>
/// <param name="Phrase">Its words, slots as in the phrase files.</param>
/// <param name="Fault">Why the app would not say it; null where it would.</param>
internal sealed record Heard(Scene Scene, SlotPrompt Prompt, string Phrase, string? Fault)
{
    /// <summary>As the user reads it.</summary>
    public string Words => BitBuddy.Conversation.Phrase.Fill(Contractions.For(Scene.Who.Formality, Phrase), Prompt.Values);
}
