using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace BitBuddy.Tests.Injections;

/// <summary>Hears of every connection and look-up of a name that this process begins.</summary>
internal sealed class ConnectionWatch : EventListener
{
    private readonly ConcurrentQueue<string> _heard = [];

    public IReadOnlyList<string> Heard => [.. _heard];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution" or "System.Net.Http")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    // The test platform speaks over local sockets, which have no address.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        var about = string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[]);
        if (eventData.EventName is "ConnectStart" or "AcceptStart" or "ResolutionStart" or "RequestStart" && !about.StartsWith("Unix", StringComparison.Ordinal))
            _heard.Enqueue($"{eventData.EventSource.Name}/{eventData.EventName} {about}");
    }
}
