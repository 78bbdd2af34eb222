namespace BitBuddy.Llama.Worker;

/// <summary>Tells the parent once a second how far the work on a request has got; sleeps while there is none.</summary>
internal sealed class MarkSender
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly object _gate = new();
    private readonly Action<IWorkerMessage> _send;
    private int? _request;

    /// <param name="send">Called on a thread of its own.</param>
    public MarkSender(Action<IWorkerMessage> send)
    {
        _send = send;
        new Thread(Run) { IsBackground = true, Name = "marks" }.Start();
    }

    public void Begin(int request)
    {
        lock (_gate)
        {
            _request = request;
            Monitor.Pulse(_gate);
        }
    }

    public void End()
    {
        lock (_gate)
            _request = null;
    }

    private void Run()
    {
        lock (_gate)
        {
            while (true)
            {
                var anotherBegan = Monitor.Wait(_gate, _request is null ? Timeout.InfiniteTimeSpan : Interval);
                if (!anotherBegan && _request is { } request)
                    _send(new MarkAnswer(request, Marks.Count + ReadFromDisk()));
            }
        }
    }

    // The engine reads a whole file within one call and calls nothing back meanwhile: bytes that came from the disk are work too.
    private static long ReadFromDisk() => KernelCount.Read("/proc/self/io", "read_bytes: ");
}
