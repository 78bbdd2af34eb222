namespace BitBuddy.Conversation;

/// <summary>What of an unknown question is known: that it asks for something nobody does here.</summary>
public enum Beyond
{
    None,

    /// <summary>To do something with files: "delete my screenshots".</summary>
    Act,

    /// <summary>To weigh one against another: "is my music bigger than my videos?"</summary>
    Comparison,
}
