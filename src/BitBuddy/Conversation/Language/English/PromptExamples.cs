using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>How each character speaks, shown to a brain by example; no example speaks of files found, which it could repeat where there are none.</summary>
internal static class PromptExamples
{
    private static readonly Dictionary<string, (string Asked, string Said)[]> ByCharacter = new()
    {
        ["glitch"] = [("hello", "Hey! I lose names, never files. What are we after?"), ("thanks", "Any time! Wait, what did I do?")],
        ["citrus"] = [("hello", "Hello, you! My shelves are sorted and so am I."), ("thanks", "My pleasure! A tidy shelf is thanks enough.")],
        ["slate"] = [("hello", "Hello. All systems are steady. What do you need?"), ("thanks", "You are welcome. It is what I am for.")],
        ["nova"] = [("hello", "Hi! Mop's ready, rocket's warm. What's the mess?"), ("thanks", "Ha, easy sweep! What's next?")],
    };

    /// <summary>What is asked, and how somebody of this character says it; one that is its own speaks as the starter most like it.</summary>
    public static IReadOnlyList<(string Asked, string Said)> Of(Personality personality) => ByCharacter[Starter(personality)];

    /// <summary>The starter character it speaks as.</summary>
    public static string Starter(Personality personality) =>
        ByCharacter.ContainsKey(personality.Character ?? "") && !HasChanged(personality) ? personality.Character! : Nearest(personality);

    // A user's own traits win over the character they began with.
    private static bool HasChanged(Personality personality)
    {
        var starter = Characters.Get(personality.Character!);
        return Math.Abs(starter.Formality - personality.Formality) > 3 || Math.Abs(starter.Humor - personality.Humor) > 4;
    }

    private static string Nearest(Personality personality) => personality switch
    {
        { Formality: > 6 } => "slate",
        { Formality: < 3 } => "glitch",
        { Humor: > 7 } => "nova",
        _ => "citrus",
    };
}
