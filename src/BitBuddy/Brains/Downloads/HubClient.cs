using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace BitBuddy.Brains;

/// <summary>The only code that opens an outward connection: asks the hub for a file, and opens its bytes. One for each download.</summary>
internal sealed class HubClient : IDisposable
{
    private const int MostHops = 5;

    private readonly HubSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HubRoad _road;
    private readonly HttpClient _http;

    public HubClient(HubSettings settings, TimeProvider clock)
    {
        (_settings, _clock, _road) = (settings, clock, new HubRoad(settings.Endpoint));
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            ResponseDrainTimeout = TimeSpan.Zero,
            MaxResponseDrainSize = 0,
            ConnectCallback = _road.ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version11,
        };
    }

    /// <summary>What the hub says of a file, and where its bytes are.</summary>
    /// <exception cref="HubTrouble">It may work later.</exception>
    /// <exception cref="BuddyException">It will not.</exception>
    public async Task<HubAnswer> AskAsync(HubFile file, StallWatch watch)
    {
        var address = new Uri($"{_settings.Endpoint.AbsoluteUri.TrimEnd('/')}/{file.Owner}/{file.Repository}/resolve/{file.Revision}/{Uri.EscapeDataString(file.File)}");
        var reading = new HubHead(file, _settings, _clock);
        for (var hop = 0; hop <= MostHops; hop++)
        {
            using var response = await SendAsync(HttpMethod.Head, address, range: null, watch);
            reading.Read(response);
            if (Next(response, address) is not { } next)
                return reading.Answer(address, response);
            _road.Check(next);
            if (reading.IsComplete || !_road.IsHub(next))
                return reading.Answer(next, response);
            address = next;
        }

        throw LoopOf(address);
    }

    /// <summary>Opens a file's bytes from <paramref name="from"/> on; whatever the status, the caller reads and disposes the answer.</summary>
    /// <param name="tag">The strong tag of the answer that brought the bytes before; null for none.</param>
    public async Task<HttpResponseMessage> OpenAsync(Uri address, long from, string? tag, StallWatch watch)
    {
        for (var hop = 0; hop <= MostHops; hop++)
        {
            var response = await SendAsync(HttpMethod.Get, address, (from, tag), watch);
            if (Next(response, address) is not { } next)
                return response;
            response.Dispose();
            _road.Check(next);
            address = next;
        }

        throw LoopOf(address);
    }

    /// <summary>Runs what reads from a connection: its failures end as <see cref="HubTrouble"/>, and so does a stall.</summary>
    public static async Task<T> TryAsync<T>(Func<Task<T>> run, string host, StallWatch watch)
    {
        try
        {
            return await run();
        }
        catch (HttpRequestException e) when (e.InnerException is BuddyException refused)
        {
            throw refused;
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException or IOException or System.Net.Sockets.SocketException)
        {
            throw new HubTrouble(Why(e, Display.Line(host)), inner: e);
        }
        catch (OperationCanceledException) when (watch.HasStalled)
        {
            throw new HubTrouble($"{Display.Line(host)} stopped sending.");
        }
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, (long From, string? Tag)? range, StallWatch watch)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("bitbuddy", null));
        // Lengths and ranges are those of the file itself, never of something packed.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (_settings.Token is { } token && _road.MayHearSecrets(address))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (range is ( > 0, _))
        {
            request.Headers.Range = new RangeHeaderValue(range.Value.From, null);
            if (range.Value.Tag is { } tag)
                request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue(tag));
        }

        return TryAsync(() => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token), address.Host, watch);
    }

    private static Uri? Next(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new Uri(from, location) : null;

    private static BuddyException LoopOf(Uri address) => new($"{address.Host} sends me from one address to the next without end; try again later.");

    private static string Why(Exception e, string host) => (e as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"{host} cannot be found; is this computer online?",
        HttpRequestError.SecureConnectionError => $"No safe connection to {host} can be made; is there a login page in this network, or is the clock wrong?",
        HttpRequestError.ProxyTunnelError => $"The proxy does not let me through to {host}.",
        HttpRequestError.ConnectionError => $"{host} cannot be reached; is this computer online?",
        _ => e.InnerException is AuthenticationException ? $"No safe connection to {host} can be made." : $"The connection to {host} broke.",
    };
}
