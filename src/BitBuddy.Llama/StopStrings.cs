namespace BitBuddy.Llama;

/// <summary>Ends a text before the first stop string in it; what may be the start of one is held back until it is clear.</summary>
internal sealed class StopStrings(IReadOnlyList<string> stops)
{
    private string _held = "";

    /// <summary>Whether a stop string was met: nothing comes after it.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Takes more text, gives what can be shown.</summary>
    public string Add(string text)
    {
        if (Stopped)
            return "";
        _held += text;
        var end = FirstStop();
        if (end >= 0)
        {
            Stopped = true;
            return Take(end);
        }

        return Take(_held.Length - LongestStart());
    }

    /// <summary>The text has ended: what was held back was no stop string.</summary>
    public string Finish() => Stopped ? "" : Take(_held.Length);

    private string Take(int length)
    {
        var taken = _held[..length];
        _held = Stopped ? "" : _held[length..];
        return taken;
    }

    private int FirstStop()
    {
        var first = -1;
        foreach (var stop in stops)
        {
            var at = _held.IndexOf(stop, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at < first))
                first = at;
        }

        return first;
    }

    private int LongestStart()
    {
        var longest = 0;
        foreach (var stop in stops)
        {
            for (var length = Math.Min(stop.Length - 1, _held.Length); length > longest; length--)
            {
                if (_held.EndsWith(stop[..length], StringComparison.Ordinal))
                    longest = length;
            }
        }

        return longest;
    }
}
