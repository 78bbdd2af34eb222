using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace BitBuddy.Brains;

/// <summary>
/// Where a download may lead: to public addresses by https. Plain http, and addresses that are not public, are for a hub alone that is
/// one itself.
/// </summary>
/// <param name="endpoint">The hub that the user chose.</param>
internal sealed class HubRoad(Uri endpoint)
{
    private AddressZone? _own = AddressZones.OfHost(endpoint.IdnHost);

    /// <summary>True where an address is the hub's own.</summary>
    public bool IsHub(Uri address) => address.Scheme == endpoint.Scheme && address.Authority.Equals(endpoint.Authority, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a secret may be said to an address: it is the hub's, and nobody on the way reads along.</summary>
    public bool MayHearSecrets(Uri address) =>
        IsHub(address) && (address.Scheme == Uri.UriSchemeHttps || AddressZones.OfHost(address.IdnHost) == AddressZone.Loopback);

    /// <summary>Refuses an address that a hub must not send us to.</summary>
    /// <exception cref="BuddyException">Why, and what to do.</exception>
    public void Check(Uri address)
    {
        if (IsHub(address))
            return;
        if (address.Scheme != Uri.UriSchemeHttps && (address.Scheme != Uri.UriSchemeHttp || endpoint.Scheme != Uri.UriSchemeHttp))
            throw Refused(address, "without encryption");
        if (AddressZones.OfHost(address.IdnHost) is { } zone && !IsOpen(zone))
            throw Refused(address, "within a private network");
    }

    /// <summary>Opens a connection; of a host's addresses those alone are tried that may be.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var address = context.InitialRequestMessage.RequestUri!;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        // Another host than the address names is the proxy that the user chose.
        if (IsHub(address) && host == address.IdnHost)
            _own ??= addresses.Length > 0 ? AddressZones.Of(addresses[0]) : null;
        else if (host == address.IdnHost)
            addresses = addresses.Where(one => IsOpen(AddressZones.Of(one))).ToArray() is { Length: > 0 } open ? open : throw Refused(address, "within a private network");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsOpen(AddressZone zone) => zone == AddressZone.Public || (zone == _own && zone != AddressZone.Unusable);

    private static BuddyException Refused(Uri address, string how) => new(
        $"The hub sent me on to {address.Host} {how}, where a brain must not come from; nothing was fetched from there. Try another network, or look at HF_ENDPOINT.");
}
