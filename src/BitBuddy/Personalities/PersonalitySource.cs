namespace BitBuddy.Personalities;

/// <summary>A personality that follows its file: an edit changes the next reply, a broken edit changes nothing but the complaint.</summary>
public sealed class PersonalitySource
{
    // A second save within one tick of the file system's clock leaves no trace; so a fresh file is read again.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly string? _path;
    private readonly TimeProvider _clock = TimeProvider.System;
    private Personality _good;
    private Stamp? _read;
    private bool _wasRead;

    /// <summary>Follows the file at <paramref name="path"/>.</summary>
    /// <param name="fallback">In force while the file has never been good.</param>
    public PersonalitySource(string path, Personality fallback, TimeProvider clock)
        : this(fallback)
    {
        _path = path;
        _clock = clock;
        Current();
    }

    /// <summary>A personality without a file.</summary>
    public PersonalitySource(Personality personality)
    {
        _good = personality;
        Version = PersonalityFile.VersionOf(personality);
    }

    /// <summary>Why the file is not followed right now, naming the line; null while all is well.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Changes exactly when the personality does.</summary>
    public string Version { get; private set; }

    /// <summary>The personality in force; looks at the file first.</summary>
    public Personality Current() => Read().Personality;

    /// <summary>The personality in force and its version, of the same moment; looks at the file first.</summary>
    public (Personality Personality, string Version) Read()
    {
        lock (_lock)
        {
            Follow();
            return (_good, Version);
        }
    }

    private void Follow()
    {
        if (_path is null)
            return;
        var stamp = StampNow();
        if (_wasRead && stamp == _read && stamp?.Settled != false)
            return;

        (_read, _wasRead) = (stamp, true);
        try
        {
            _good = PersonalityFile.Load(_path);
            Version = PersonalityFile.VersionOf(_good);
            Complaint = null;
        }
        catch (BuddyException e)
        {
            Complaint = $"{e.Message} Until then {_good.Name} stays as before.";
        }
    }

    private Stamp? StampNow()
    {
        try
        {
            var file = new FileInfo(_path!);
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (!file.Exists)
                return null;
            // The time of birth stands for the inode: a file moved into place has another.
            return new Stamp(file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc, _clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Fresh);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Stamp(long Bytes, DateTime Modified, DateTime Born, bool Settled);
}
