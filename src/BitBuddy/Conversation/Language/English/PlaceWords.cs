namespace BitBuddy.Conversation;

/// <summary>Folders as every home has them.</summary>
internal static class PlaceWords
{
    public static readonly HashSet<string> Usual = ["downloads", "documents", "pictures", "music", "videos", "desktop", "movies"];
}
