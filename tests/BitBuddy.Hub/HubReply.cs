namespace BitBuddy.Hub;

/// <summary>What a server answers: a status, headers, and a part of a file, or a text.</summary>
internal sealed record HubReply(int Status)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);
    public HubContent? Content { get; init; }
    public long From { get; init; }
    public long Length { get; init; }
}
