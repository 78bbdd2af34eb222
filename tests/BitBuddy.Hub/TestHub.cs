using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BitBuddy.Hub;

/// <summary>
/// The hub and its CDN on two ports of loopback, as the real ones behave towards a download: the hub tells what it knows of a file and
/// sends on to an address of the CDN that is good for one question, and the CDN sends the bytes, whole or a part.
/// </summary>
public sealed class TestHub : IAsyncDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly ConcurrentDictionary<string, HubContent> _files = new();
    private readonly ConcurrentDictionary<string, HubContent> _addresses = new();
    private int _asked;

    /// <param name="isSafe">With TLS, and a certificate that nobody knows.</param>
    public TestHub(bool isSafe = false)
    {
        Certificate = isSafe ? SelfSigned() : null;
        Hub = new HubServer((request, fault) => Misbehaves(fault) ?? (request.Host == "cdn.example" ? Bytes(request, fault) : Tell(request)), Certificate);
        Cdn = new HubServer((request, fault) => Misbehaves(fault) ?? Bytes(request, fault), Certificate);
        CdnAddress = Cdn.Address.AbsoluteUri;
    }

    public HubServer Hub { get; }
    public HubServer Cdn { get; }
    public Uri Endpoint => Hub.Address;

    /// <summary>Null without TLS.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Where the hub sends on to. With <c>http://cdn.example/</c> the hub's port plays a proxy that reaches both.</summary>
    public string CdnAddress { get; set; }

    /// <summary>Serves bytes as OWNER/REPO/FILE, in place of those before.</summary>
    public HubContent Serve(string name, byte[] bytes) => _files[name] = new HubContent(bytes);

    /// <summary>Serves a file from the disk as OWNER/REPO/FILE.</summary>
    public HubContent ServeFile(string name, string path) => _files[name] = new HubContent(path);

    /// <summary>Serves bytes for which the hub gives no sha256.</summary>
    public HubContent ServeUndeclared(string name, byte[] bytes) => _files[name] = new HubContent(bytes) { IsDeclared = false };

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Cdn.DisposeAsync();
        foreach (var content in _files.Values)
            content.Dispose();
        Certificate?.Dispose();
    }

    private static HubReply? Misbehaves(Fault? fault)
    {
        switch (fault)
        {
            case Fault.Status(var code, var after):
                var status = new HubReply(code);
                if (after is not null)
                    status.Headers["Retry-After"] = after;
                return status;
            case Fault.Redirect(var to):
                return new HubReply(302) { Headers = { ["Location"] = to } };
            case Fault.Page:
                var page = new HubContent("<html><body>Please log in to use this network.</body></html>"u8.ToArray());
                return new HubReply(200) { Content = page, Length = page.Length, Headers = { ["Content-Type"] = "text/html; charset=utf-8" } };
            default:
                return null;
        }
    }

    private HubReply Tell(HubRequest request)
    {
        if (request.Path.Split('?')[0].Split('/') is not ["", var owner, var repository, "resolve", _, var file]
            || !_files.TryGetValue($"{owner}/{repository}/{Uri.UnescapeDataString(file)}", out var content))
            return new HubReply(404) { Headers = { ["X-Error-Code"] = "EntryNotFound" } };
        var address = string.Create(CultureInfo.InvariantCulture, $"{content.Sha256}?signature={Interlocked.Increment(ref _asked)}");
        _addresses["/" + address] = content;
        var reply = new HubReply(302)
        {
            Headers =
            {
                ["Location"] = CdnAddress.TrimEnd('/') + "/" + address,
                ["X-Repo-Commit"] = Commit,
                ["X-Linked-Size"] = content.Length.ToString(CultureInfo.InvariantCulture),
                ["ETag"] = "\"4a1b6c0f\"",
            },
        };
        reply.Headers["X-Linked-Etag"] = content.IsDeclared ? $"\"{content.Sha256}\"" : "\"not-a-hash\"";
        return reply;
    }

    private HubReply Bytes(HubRequest request, Fault? fault)
    {
        if (!_addresses.TryGetValue(request.Path, out var content))
            return new HubReply(403);
        var tag = $"\"{content.Sha256[..16]}\"";
        var from = fault is Fault.Whole || (request["If-Range"] is { } held && held != tag) ? null : request.From;
        if (from >= content.Length)
            return new HubReply(416) { Headers = { ["Content-Range"] = $"bytes */{content.Length}" } };
        var begin = Math.Max(0, (from ?? 0) + (fault is Fault.WrongRange(var shift) ? shift : 0));
        var reply = new HubReply(from is null ? 200 : (int)HttpStatusCode.PartialContent) { Content = content, From = begin, Length = content.Length - begin };
        reply.Headers["ETag"] = tag;
        reply.Headers["Accept-Ranges"] = "bytes";
        reply.Headers["Content-Type"] = "application/octet-stream";
        if (from is not null)
            reply.Headers["Content-Range"] = $"bytes {begin}-{content.Length - 1}/{content.Length}";
        return reply;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
