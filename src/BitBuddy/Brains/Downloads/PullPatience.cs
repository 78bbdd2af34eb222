namespace BitBuddy.Brains;

/// <summary>How often a download is tried again: what brings it on is forgiven all that failed before.</summary>
internal sealed class PullPatience
{
    private const int MostInARow = 6;

    /// <summary>Where nothing ever came: then the user is better told at once.</summary>
    private const int MostAtFirst = 3;
    private const long Gain = 1 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private long _at;
    private int _inARow;

    /// <summary>How long to wait before the next try; null when that would be in vain.</summary>
    /// <param name="bytes">How far the download is; null while it has not begun.</param>
    /// <param name="asked">How long the server asks to wait.</param>
    public TimeSpan? Next(long? bytes, TimeSpan? asked)
    {
        if (bytes >= _at + Gain)
            (_at, _inARow) = (bytes.Value, 0);
        if (++_inARow >= (bytes is null && asked is null ? MostAtFirst : MostInARow) || asked > Longest)
            return null;
        var own = TimeSpan.FromSeconds(1 << (_inARow - 1));
        return asked > own ? asked : own;
    }
}
