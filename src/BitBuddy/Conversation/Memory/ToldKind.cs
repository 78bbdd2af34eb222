namespace BitBuddy.Conversation;

/// <summary>What kind of thing is remembered.</summary>
public enum ToldKind
{
    /// <summary>What the user wants to be called.</summary>
    Name,

    /// <summary>Where something of the user's is: "my thesis is in Uni/Thesis".</summary>
    Place,

    /// <summary>"remember that ...", word for word.</summary>
    Note,

    /// <summary>Something shared: a hundredth question.</summary>
    Moment,
}
