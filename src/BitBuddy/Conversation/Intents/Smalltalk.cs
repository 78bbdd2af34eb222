namespace BitBuddy.Conversation;

/// <summary>The small talk a buddy knows.</summary>
public enum Smalltalk
{
    None,
    Greeting,
    HowAreYou,
    WhoAreYou,
    Thanks,
    Joke,
    Praise,
    Bye,

    /// <summary>An unkind word.</summary>
    Insult,

    /// <summary>What time or day it is.</summary>
    Clock,

    /// <summary>The user is sad or tired.</summary>
    Sad,
}
