namespace BitBuddy.Files.Contents;

/// <summary>A file whose contents are not known, or only in part.</summary>
/// <param name="Path">Absolute; bytes that are not UTF-8 show as U+FFFD.</param>
public sealed record ContentProblem(string Path, ContentState State, ContentReason Reason)
{
    /// <summary>A sentence without the name: "is damaged or cut short".</summary>
    public string Why => ContentReasons.Say(Reason);
}
