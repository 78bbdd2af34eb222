using System.Net;
using System.Net.Http;

namespace BitBuddy.Brains;

/// <summary>Reads the answers on the way to a file: what the hub says of it is in the first that says it.</summary>
internal sealed class HubHead(HubFile file, HubSettings settings, TimeProvider clock)
{
    private long? _bytes;
    private string? _linkedTag;
    private string? _commit;

    /// <summary>All that the hub has to say was said.</summary>
    public bool IsComplete => _bytes is not null && _linkedTag is not null;

    public void Read(HttpResponseMessage response)
    {
        _commit ??= Header(response, "X-Repo-Commit");
        _linkedTag ??= Header(response, "X-Linked-Etag") is { } tag ? Bare(tag) : null;
        if (long.TryParse(Header(response, "X-Linked-Size"), out var bytes) && bytes > 0)
            _bytes ??= bytes;
        if ((int)response.StatusCode is < 200 or >= 400)
            throw Refusal(response);
    }

    public HubAnswer Answer(Uri address, HttpResponseMessage response)
    {
        var isWhole = response.StatusCode == HttpStatusCode.OK;
        if (_commit is null && _linkedTag is null && (!isWhole || IsPage(response) || response.Content.Headers.ContentLength is null or 0))
            throw new HubTrouble($"{settings.Endpoint.Host} does not answer as a hub does; is there a login page in this network?");
        // The length of a redirect is not the file's.
        var bytes = _bytes ?? (isWhole ? response.Content.Headers.ContentLength : null) ?? throw new BuddyException(
            $"The hub does not say how large {file.File} is, so it is not fetched.");
        var tag = _linkedTag ?? Bare(response.Headers.ETag?.ToString() ?? "");
        return new(address, bytes, IsSha256(_linkedTag) ? _linkedTag : null, tag, _commit);
    }

    /// <summary>True for what is meant to be read by people.</summary>
    public static bool IsPage(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A wait that a server asks for; null where it asks for none.</summary>
    public static TimeSpan? After(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    private Exception Refusal(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        401 or 403 => new BuddyException(settings.Token is null
            ? $"The hub does not show {file.Name} to everybody: accept its licence at {settings.Endpoint.Host}/{file.Owner}/{file.Repository}, set HF_TOKEN, and try again; or check the name."
            : $"The hub does not show {file.Name} to the account of HF_TOKEN; accept its licence at {settings.Endpoint.Host}/{file.Owner}/{file.Repository}, or check the name."),
        404 => new BuddyException($"The hub has no {file.Name}; check the name, small and capital letters count.", ExitCode.NotFound),
        408 or 429 or >= 500 => new HubTrouble($"The hub is busy (HTTP {(int)response.StatusCode}).", After(response, clock)),
        var status => new BuddyException($"The hub answered HTTP {status} to {file.Name}; try again later."),
    };

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && values.First().Trim() is { Length: > 0 and <= 200 } value ? value : null;

    private static string Bare(string tag) => (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"').ToLowerInvariant();

    private static bool IsSha256(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}
