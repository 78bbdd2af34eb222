namespace BitBuddy.Brains;

/// <summary>Which hub is asked, and how.</summary>
/// <param name="Endpoint">Where it is; a path on it is kept.</param>
/// <param name="Token">Told to the endpoint alone; null for none.</param>
/// <param name="IsOffline">The user wants no connection.</param>
public sealed record HubSettings(Uri Endpoint, string? Token = null, bool IsOffline = false)
{
    private static readonly Uri Usual = new("https://huggingface.co");

    /// <summary>As the hub's own tools read it: HF_ENDPOINT, HF_TOKEN, HF_HUB_OFFLINE.</summary>
    /// <exception cref="BuddyException">HF_ENDPOINT is no address.</exception>
    public static HubSettings FromEnvironment() => new(
        Address(Environment.GetEnvironmentVariable("HF_ENDPOINT")),
        Environment.GetEnvironmentVariable("HF_TOKEN")?.Trim() is { Length: > 0 } token && token.All(char.IsAscii) && !token.Any(char.IsControl) ? token : null,
        Environment.GetEnvironmentVariable("HF_HUB_OFFLINE")?.Trim().ToUpperInvariant() is "1" or "ON" or "YES" or "TRUE");

    private static Uri Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Usual;
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var endpoint) && endpoint.Scheme is "https" or "http"
            && endpoint is { UserInfo: "", Query: "", Fragment: "" }
            ? endpoint
            : throw new BuddyException($"HF_ENDPOINT is no address of a hub ({Display.Line(text)}); write it as https://HOST, or unset it.", ExitCode.Usage);
    }
}
