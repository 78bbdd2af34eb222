namespace BitBuddy.Conversation;

/// <summary>What the user tells the buddy, or asks about what it was told; no question about files.</summary>
internal abstract record Saying
{
    private Saying()
    {
    }

    public sealed record CallMe(string Name) : Saying;

    /// <param name="Folder">Known folders, one in the other: "Uni/Thesis".</param>
    public sealed record Lies(string What, string Folder) : Saying;

    /// <summary>Something is said to lie in a folder that is not known.</summary>
    public sealed record LiesNowhere(string What, string Folder) : Saying;

    public sealed record Remember(string Text) : Saying;

    public sealed record NeverMention(string Name) : Saying;

    public sealed record MentionAgain(string Name) : Saying;

    /// <summary>The last thing told.</summary>
    public sealed record ForgetLast : Saying;

    public sealed record ForgetName : Saying;

    public sealed record ForgetAbout(string What) : Saying;

    public sealed record ForgetAll : Saying;

    public sealed record WhoAmI : Saying;

    public sealed record WhatIsKnown : Saying;

    public sealed record WhatWasAsked : Saying;
}
