using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy;

/// <summary>A first run streams as these; any host can draw them.</summary>
public abstract record FirstRunPart
{
    private FirstRunPart()
    {
    }

    /// <summary>Something is asked; it must be answered before the next part.</summary>
    public sealed record Asked(FirstRunQuestion Question) : FirstRunPart;

    /// <summary>A sentence to the user.</summary>
    public sealed record Told(string Sentence) : FirstRunPart;

    /// <summary>The buddy that was met.</summary>
    public sealed record Met(Personality Buddy) : FirstRunPart;

    /// <summary>Files are read.</summary>
    /// <param name="Share">0 to 1.</param>
    public sealed record Reading(string What, double Share) : FirstRunPart;

    /// <summary>How the download of the chosen brain goes.</summary>
    public sealed record Fetching(CatalogueBrain Brain, PullEvent Event) : FirstRunPart;

    /// <summary>The brain is checked and is being woken.</summary>
    public sealed record Waking(KnownBrain Brain) : FirstRunPart;

    /// <summary>The buddy speaks; the reply is to be drawn to its end before the next part.</summary>
    public sealed record FirstWords(string Buddy, IAsyncEnumerable<ReplyPart> Reply) : FirstRunPart;

    /// <summary>The end: all is chosen and kept.</summary>
    public sealed record Done : FirstRunPart;
}
