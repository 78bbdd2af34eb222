using BitBuddy.Conversation;

namespace BrainSchool.Lessons;

/// <summary>A scene, what the brain is told of it, and a reply as the grammar has it.</summary>
internal sealed record Lesson(Scene Scene, SlotPrompt Prompt, string Reply);
