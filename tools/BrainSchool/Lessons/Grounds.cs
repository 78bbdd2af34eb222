using BitBuddy.Conversation;

namespace BrainSchool.Lessons;

/// <summary>Whether the app would let a phrase stand before these facts, once it is filled: what it refuses is not to be learned.</summary>
internal static class Grounds
{
    public static bool Pass(Scene scene, SlotPrompt prompt, string phrase, TimeProvider clock)
    {
        var words = Phrase.Fill(Contractions.For(scene.Who.Formality, phrase), prompt.Values);
        var guard = new GroundingGuard(scene.Facts, Sayings.Of(scene.Intent, scene.Facts, scene.Who, scene.Mood, clock), clock, waits: false);
        var steps = new List<GuardStep>();
        guard.Push(words, steps);
        guard.Finish(steps);
        return !steps.OfType<GuardStep.Refuse>().Any();
    }
}
