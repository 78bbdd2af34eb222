namespace BitBuddy.Files.Contents;

/// <summary>What was found in one file.</summary>
internal sealed class DocContents
{
    public ContentState State { get; set; }

    public ContentReason Reason { get; set; }

    public ContentFormat Format { get; init; }

    public List<TextPart> Parts { get; } = [];

    public Dictionary<ContentFact, string> Facts { get; } = [];

    public static DocContents Without(ContentReason reason, ContentFormat format = ContentFormat.None) => new()
    {
        State = reason is ContentReason.Empty or ContentReason.Binary or ContentReason.NoText ? ContentState.Nothing : ContentState.Failed,
        Reason = reason,
        Format = format,
    };
}
