namespace BitBuddy.Conversation;

/// <summary>The verb of a question.</summary>
/// <param name="Kind">What it asks for; null when no verb was said.</param>
/// <param name="Sure">False where the verb serves other talk too ("which", "what", "tell me"): the rest must speak of files.</param>
internal sealed record Ask(IntentKind? Kind, bool Sure)
{
    /// <summary>"show me": a list, unless a name is said.</summary>
    public bool IsShow { get; init; }

    /// <summary>An order said without a superlative: "what takes the most space".</summary>
    public Files.FileOrder Order { get; init; }

    /// <summary>It names all there is: "what is in", "anything", "what takes the most space".</summary>
    public bool NamesAll { get; init; }
}
