namespace BitBuddy.Conversation;

/// <summary>What of the files is asked: "where is", "when did I change", "how big is".</summary>
public enum Aspect
{
    Any,
    Place,
    Date,
    Size,
}
