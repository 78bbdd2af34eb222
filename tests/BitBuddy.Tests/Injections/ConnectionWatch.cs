using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace BitBuddy.Tests.Injections;

/// <summary>Hears of every connection and look-up of a name that begins in a flow it was told to follow; other tests have servers of their own.</summary>
internal sealed class ConnectionWatch : EventListener
{
    private readonly AsyncLocal<bool> _followed = new();
    private readonly ConcurrentQueue<string> _heard = [];

    public IReadOnlyList<string> Heard => [.. _heard];

    /// <summary>From here on, in this test and in all that it starts.</summary>
    public void Follow() => _followed.Value = true;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution" or "System.Net.Http")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    // The test platform speaks over local sockets, which have no address.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // Some come before the fields are there.
        if (_followed is not { Value: true })
            return;
        var about = string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[]);
        if (eventData.EventName is "ConnectStart" or "AcceptStart" or "ResolutionStart" or "RequestStart" && !about.StartsWith("Unix", StringComparison.Ordinal))
            _heard.Enqueue($"{eventData.EventSource.Name}/{eventData.EventName} {about}");
    }
}
