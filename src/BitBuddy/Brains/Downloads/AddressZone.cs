using System.Net;
using System.Net.Sockets;

namespace BitBuddy.Brains;

/// <summary>How far an address reaches.</summary>
internal enum AddressZone
{
    Public,
    /// <summary>A home's or a company's network.</summary>
    Private,
    /// <summary>The nearest cable alone, such as a machine's own metadata service.</summary>
    Link,
    /// <summary>This machine.</summary>
    Loopback,
    /// <summary>None that a file could come from.</summary>
    Unusable,
}

internal static class AddressZones
{
    public static AddressZone Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return AddressZone.Loopback;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork ? OfV4(bytes) : OfV6(address, bytes);
    }

    /// <summary>The zone of a host that is written as an address, or is this machine by name; null for all others.</summary>
    public static AddressZone? OfHost(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return Of(address);
        var name = host.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? AddressZone.Loopback
            : null;
    }

    private static AddressZone OfV4(byte[] b) => b switch
    {
        [0, ..] or [>= 224, ..] => AddressZone.Unusable,
        [169, 254, ..] => AddressZone.Link,
        [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [100, >= 64 and <= 127, ..] => AddressZone.Private,
        _ => AddressZone.Public,
    };

    private static AddressZone OfV6(IPAddress address, byte[] b)
    {
        if (address.Equals(IPAddress.IPv6Any) || address.IsIPv6Multicast)
            return AddressZone.Unusable;
        if (address.IsIPv6LinkLocal)
            return AddressZone.Link;
        if ((b[0] & 0xFE) == 0xFC || address.IsIPv6SiteLocal)
            return AddressZone.Private;
        // An IPv4 address within: translated (64:ff9b::/96) or 6to4 (2002::/16).
        if (b.AsSpan(0, 12).SequenceEqual((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]))
            return OfV4(b[12..]) is AddressZone.Public ? AddressZone.Public : AddressZone.Unusable;
        if (b is [0x20, 0x02, ..])
            return OfV4(b[2..6]) is AddressZone.Public ? AddressZone.Public : AddressZone.Unusable;
        return AddressZone.Public;
    }
}
