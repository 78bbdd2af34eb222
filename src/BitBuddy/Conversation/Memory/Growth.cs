namespace BitBuddy.Conversation;

/// <summary>What a buddy has lived through with its user. It grows with days and questions, and changes tone, never manners.</summary>
/// <param name="Met">The first meeting; null before it.</param>
/// <param name="Days">Days on which something was asked.</param>
public sealed record Growth(DateTimeOffset? Met, int Days, long Questions)
{
    public static readonly Growth None = new(null, 0, 0);

    public Relationship Relationship => (Days, Questions) switch
    {
        (>= 60, >= 300) => Relationship.Close,
        (>= 14, >= 60) => Relationship.Friends,
        (>= 3, >= 10) => Relationship.Acquainted,
        _ => Relationship.New,
    };

    /// <summary>0 to 5, by the number of questions.</summary>
    public int Experience => Questions switch { < 10 => 0, < 30 => 1, < 100 => 2, < 300 => 3, < 1000 => 4, _ => 5 };

    /// <summary>What of this was reached by the last question and is worth remembering; else null.</summary>
    internal string? Moment(bool isNewDay) => (Questions, Days) switch
    {
        (1, _) => MemoryPhrases.FirstQuestion,
        (100 or 1_000 or 10_000, _) => MemoryPhrases.SoManyQuestions(Questions),
        (_, 7 or 30 or 100 or 365 or 1000) when isNewDay => MemoryPhrases.SoManyDays(Days),
        _ => null,
    };
}
