namespace BitBuddy.Files;

/// <summary>How far an insight is that takes time: files done of those to look at, and bytes read of them so far.</summary>
public readonly record struct InsightProgress(long Done, long Total, long Bytes);
