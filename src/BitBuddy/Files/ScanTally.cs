namespace BitBuddy.Files;

/// <summary>What one scan saw and did; the walk and the merge count in different fields.</summary>
internal sealed class ScanTally
{
    public long Files { get; set; }
    public long Folders { get; set; }
    public long Added { get; set; }
    public long Changed { get; set; }
    public long Removed { get; set; }
    public long Unreadable { get; set; }
    public long Special { get; set; }
    public long TooLong { get; set; }
    public long Pseudo { get; set; }

    public ScanResult Result(TimeSpan elapsed) =>
        new(Files, Folders, Added, Changed, Removed, Unreadable + Special + TooLong + Pseudo, elapsed.TotalSeconds) { Reasons = [.. Reasons()] };

    private IEnumerable<string> Reasons()
    {
        if (Unreadable > 0)
            yield return $"{Unreadable} could not be read";
        if (Special > 0)
            yield return Special == 1 ? "1 is a pipe, socket or device" : $"{Special} are pipes, sockets or devices";
        if (TooLong > 0)
            yield return $"{TooLong} lie too deep (a path is longer than {PathText.LongestPath} bytes)";
        if (Pseudo > 0)
            yield return Pseudo == 1 ? "1 is a system folder that holds no files" : $"{Pseudo} are system folders that hold no files";
    }
}
