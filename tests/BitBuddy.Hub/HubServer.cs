using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BitBuddy.Hub;

/// <summary>One HTTP/1.1 server on a port of loopback, which does right or, for one request each, as a <see cref="Fault"/> says.</summary>
public sealed class HubServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Fault> _faults = new();
    private readonly Func<HubRequest, Fault?, HubReply> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private long _sent;
    private int _stalls;

    internal HubServer(Func<HubRequest, Fault?, HubReply> answer, X509Certificate2? certificate)
    {
        (_answer, _certificate) = (answer, certificate);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Address = new Uri(certificate is null ? $"http://127.0.0.1:{Port}" : $"https://localhost:{Port}");
        _accepting = Task.Run(AcceptAsync);
    }

    public Uri Address { get; }
    public int Port { get; }

    /// <summary>All requests so far.</summary>
    public ConcurrentQueue<HubRequest> Requests { get; } = new();

    /// <summary>Bytes of files sent so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>How many requests have come to hang in a <see cref="Fault.Stall"/> or a <see cref="Fault.Drip"/> so far.</summary>
    public int Stalls => _stalls;

    /// <summary>Where in its file the last <see cref="Fault.Stall"/> came: all before it was sent.</summary>
    public long StalledAt { get; private set; }

    /// <summary>For all requests that have no fault of their own.</summary>
    public Fault? Always { get; set; }

    /// <summary>Bytes in a second; null for as fast as can be.</summary>
    public long? Pace { get; set; }

    /// <summary>The next requests go wrong in this order.</summary>
    public void Next(params Fault[] faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
    }

    /// <summary>The next fault does not come; false where there was none.</summary>
    public bool Forget() => _faults.TryDequeue(out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                talks.RemoveAll(talk => talk.IsCompleted);
                talks.Add(Task.Run(() => TalkAsync(socket)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(Socket socket)
    {
        socket.NoDelay = true;
        try
        {
            await using Stream plain = new NetworkStream(socket, ownsSocket: true);
            await using var safe = _certificate is null ? null : new SslStream(plain);
            if (safe is not null)
                await safe.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
            var stream = safe ?? plain;
            while (await ReadHeadAsync(stream) is { } head && HubRequest.Parse(head) is { } request)
            {
                Requests.Enqueue(request);
                var fault = _faults.TryDequeue(out var next) ? next : Always;
                if (!await AnswerAsync(stream, socket, request, fault))
                    return;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException)
        {
            // The caller left, or the server does.
        }
    }

    private async Task<string?> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) > 0)
        {
            head.Append((char)one[0]);
            if (one[0] == '\n' && head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n")
                return head.ToString(0, head.Length - 4);
        }

        return null;
    }

    // False: the connection is over.
    private async Task<bool> AnswerAsync(Stream stream, Socket socket, HubRequest request, Fault? fault)
    {
        var reply = _answer(request, fault);
        if (fault is Fault.Header(var name, var value))
            reply.Headers[name] = value;
        if (fault is Fault.WithoutHeader(var without))
            reply.Headers.Remove(without);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} x\r\n");
        foreach (var (key, text) in reply.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{key}: {text}\r\n");
        if (!reply.Headers.ContainsKey("Content-Length"))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {reply.Length}\r\n");
        if (fault is Fault.Stall(0))
            return await StallAsync(stream, reply.From);
        if (fault is Fault.Reset(0))
            return Break(socket);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
        return request.Method == "HEAD" || reply.Content is null || await SendAsync(stream, socket, reply, fault);
    }

    private async Task<bool> SendAsync(Stream stream, Socket socket, HubReply reply, Fault? fault)
    {
        var stopAt = fault switch { Fault.Reset(var at) => at, Fault.Truncate(var at) => at, Fault.Stall(var at) => at, Fault.Drip(var at) => at, _ => long.MaxValue };
        var block = new byte[Pace is null ? 256 * 1024 : 64 * 1024];
        var begun = System.Diagnostics.Stopwatch.StartNew();
        for (long done = 0; done < reply.Length;)
        {
            if (done >= stopAt)
            {
                switch (fault)
                {
                    case Fault.Reset: return Break(socket);
                    case Fault.Truncate: return false;
                    case Fault.Stall: return await StallAsync(stream, reply.From + done);
                    case Fault.Drip: return await DripAsync(stream, reply, done);
                }
            }

            var most = Math.Min(stopAt - done, Math.Min(block.Length, reply.Length - done));
            var read = reply.Content!.Read(reply.From + done, block.AsSpan(0, (int)most));
            if (fault is Fault.WrongByte(var wrong) && wrong >= reply.From + done && wrong < reply.From + done + read)
                block[wrong - reply.From - done] ^= 1;
            await stream.WriteAsync(block.AsMemory(0, read), _stop.Token);
            Interlocked.Add(ref _sent, read);
            done += read;
            var due = Pace is { } pace ? TimeSpan.FromSeconds((double)done / pace) - begun.Elapsed : TimeSpan.Zero;
            if (due > TimeSpan.Zero)
                await Task.Delay(due, _stop.Token);
        }

        return true;
    }

    // Until the caller has had enough.
    private async Task<bool> StallAsync(Stream stream, long at)
    {
        StalledAt = at;
        Interlocked.Increment(ref _stalls);
        _ = await stream.ReadAsync(new byte[1], _stop.Token);
        return false;
    }

    private async Task<bool> DripAsync(Stream stream, HubReply reply, long done)
    {
        Interlocked.Increment(ref _stalls);
        var one = new byte[1];
        for (; done < reply.Length; done++)
        {
            reply.Content!.Read(reply.From + done, one);
            await stream.WriteAsync(one, _stop.Token);
            Interlocked.Increment(ref _sent);
            await Task.Delay(TimeSpan.FromMilliseconds(20), _stop.Token);
        }

        return true;
    }

    private static bool Break(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return false;
    }
}
