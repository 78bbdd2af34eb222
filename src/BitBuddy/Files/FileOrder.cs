namespace BitBuddy.Files;

/// <summary>How matches are sorted.</summary>
public enum FileOrder
{
    /// <summary>Exact name, then name words, then the newest.</summary>
    Relevance,
    Newest,
    Oldest,
    Largest,
    Smallest,

    /// <summary>By name, a to z.</summary>
    Name,
}
