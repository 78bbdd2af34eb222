using BitBuddy.Platform;

namespace BitBuddy.Files.Keeping;

/// <summary>What was heard since it was last taken. Any thread may call.</summary>
internal sealed class FileHints
{
    private readonly Lock _lock = new();
    private HashSet<long> _folders = [];
    private TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _anything;

    /// <summary>Ends when something was heard.</summary>
    public Task Heard
    {
        get
        {
            lock (_lock)
                return _heard.Task;
        }
    }

    /// <summary>A folder's contents changed.</summary>
    public void Add(long folder) => Note(folder, anything: false);

    /// <summary>Anything may have changed anywhere.</summary>
    public void AddAnything() => Note(0, anything: true);

    /// <summary>The folders, and whether it may be anything; from now on nothing was heard.</summary>
    public (IReadOnlyCollection<long> Folders, bool Anything) Take()
    {
        lock (_lock)
        {
            var taken = (_folders, _anything);
            (_folders, _anything, _heard) = ([], false, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return taken;
        }
    }

    private void Note(long folder, bool anything)
    {
        lock (_lock)
        {
            _anything |= anything;
            if (!anything)
                _folders.Add(folder);
            _heard.TrySetResult();
        }
    }
}
