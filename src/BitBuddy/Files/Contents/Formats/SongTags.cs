namespace BitBuddy.Files.Contents.Formats;

/// <summary>What is known of a song, as facts and as words to be found by.</summary>
internal static class SongTags
{
    public static void Write(ContentSink sink, string? title, string? artist, string? album, params ReadOnlySpan<string?> more)
    {
        sink.Add(ContentFact.Title, title);
        sink.Add(ContentFact.Author, artist);
        sink.Add(ContentFact.Album, album);
        foreach (var word in (ReadOnlySpan<string?>)[title, artist, album, .. more])
        {
            if (!string.IsNullOrWhiteSpace(word))
                sink.Add(word.Trim() + "\n");
        }
    }
}
