namespace BitBuddy.Hub;

/// <summary>A request as it came.</summary>
/// <param name="Host">Of the address that was asked for.</param>
/// <param name="Path">With its query.</param>
public sealed record HubRequest(string Method, string Host, string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);

    /// <summary>The first byte that is asked for; null where no part is.</summary>
    public long? From => this["Range"] is { } range && range.StartsWith("bytes=", StringComparison.Ordinal) && long.TryParse(range[6..].TrimEnd('-'), out var from) ? from : null;

    internal static HubRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, _])
            return null;
        var headers = lines[1..].Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        // A proxy is told the whole address.
        return Uri.TryCreate(target, UriKind.Absolute, out var whole) && whole.Scheme == "http"
            ? new(method, whole.Host, whole.PathAndQuery, headers)
            : new(method, headers.GetValueOrDefault("Host", ""), target, headers);
    }
}
