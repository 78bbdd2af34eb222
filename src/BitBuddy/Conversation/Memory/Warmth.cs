using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>How well they know each other is heard where people greet, thank and part; never in what is said of files.</summary>
internal static class Warmth
{
    /// <summary>A sentence to add to the reply; null where none fits, and to a stranger whose name is unknown.</summary>
    public static string? Of(Intent intent, Remembered memory, Personality who, int turn)
    {
        var relationship = memory.Growth.Relationship;
        if (intent.Kind != IntentKind.Smalltalk || (relationship == Relationship.New && memory.UserName is null))
            return null;
        var phrases = intent.Smalltalk switch
        {
            Smalltalk.Greeting => MemoryPhrases.Greet(relationship),
            Smalltalk.Thanks => MemoryPhrases.Thanked,
            Smalltalk.Bye => MemoryPhrases.Part(relationship),
            _ => null,
        };
        return phrases is null ? null : string.Format(
            null, Contractions.For(who.Formality, phrases[turn % phrases.Length]), memory.UserName is { } name ? ", " + name : "");
    }
}
