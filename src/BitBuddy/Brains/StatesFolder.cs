namespace BitBuddy.Brains;

/// <summary>The computed heads of prompts in <see cref="BuddyHome.States"/>: written by engines, and never more than a copy of what can be computed again.</summary>
public static class StatesFolder
{
    /// <summary>True where one of them was written or read since then.</summary>
    public static bool HasSince(BuddyHome home, DateTimeOffset then) => Directory.Exists(home.States)
        && Directory.EnumerateFiles(home.States, "*.state").Any(file => File.GetLastWriteTimeUtc(file) >= then.UtcDateTime);

    /// <summary>Forgets all of them: they may hold what the user has removed.</summary>
    /// <exception cref="BuddyException">One of them cannot be deleted.</exception>
    public static void Clear(BuddyHome home)
    {
        try
        {
            // An engine may write there at this moment, so the folder itself stays.
            foreach (var file in Directory.Exists(home.States) ? Directory.GetFiles(home.States) : [])
                File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"The folder {Display.Line(home.States)} could not be cleared: {Display.Line(e.Message)} Delete it yourself.", inner: e);
        }
    }
}
