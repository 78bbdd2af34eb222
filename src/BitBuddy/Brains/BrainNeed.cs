namespace BitBuddy.Brains;

/// <summary>What a brain is taken for; it decides how long the brain stays awake afterwards.</summary>
public enum BrainNeed
{
    /// <summary>A reply: awake for keep_alive after it.</summary>
    Reply,

    /// <summary>A question that may come: awake for a minute, or for keep_alive where that is shorter and not 0.</summary>
    Ahead,

    /// <summary>The user's own wish: awake for keep_alive, for a minute where that is 0.</summary>
    Wake,
}
