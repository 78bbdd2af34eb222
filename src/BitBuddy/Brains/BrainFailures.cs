using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>
/// Failures of one brain in a row, without a whole reply between. After the first it may be woken at once, after the second in a
/// second; after the third, or when its file was refused, it is left alone until the file changes or some minutes have passed.
/// </summary>
internal sealed class BrainFailures(TimeProvider clock)
{
    private const int Most = 3;
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private KnownBrain? _brain;
    private FileStamp? _file;
    private string _last = "";
    private long _lastAt;
    private int _inARow;
    private bool _isRefused;

    /// <summary>The brain that is left alone; null while none is.</summary>
    public KnownBrain? Failed => _isRefused || _inARow >= Most ? _brain : null;

    /// <summary>Why, and what to do.</summary>
    public string Diagnosis => _isRefused ? _last : $"{Display.Line(_brain?.Name ?? "")} stopped {_inARow} times in a row, last: {_last.TrimEnd('.')}. "
        + "I answer by rules; `bitbuddy brain wake` tries it again, `bitbuddy brain use ID` chooses another.";

    /// <summary>It stopped, or could not be woken.</summary>
    /// <param name="sentence">Why.</param>
    /// <param name="file">The stamp of its file as it was woken.</param>
    public void Stopped(KnownBrain brain, FileStamp? file, string sentence) => Add(brain, file, sentence, isRefused: false);

    /// <summary>Its file is no brain, or cannot be read: trying again without a change is in vain.</summary>
    public void Refused(KnownBrain brain, FileStamp? file, string sentence) => Add(brain, file, sentence, isRefused: true);

    public void Forget() => (_brain, _inARow, _isRefused) = (null, 0, false);

    /// <summary>A sentence: why this brain is not woken now; null when it may be.</summary>
    public string? Refusal(KnownBrain brain)
    {
        if (_brain is null)
            return null;
        if (brain.Sha256 != _brain.Sha256 || brain.Path != _brain.Path)
        {
            Forget();
            return null;
        }

        var left = (Failed is not null ? Rest : _inARow > 1 ? BackOff : TimeSpan.Zero) - clock.GetElapsedTime(_lastAt);
        if (left <= TimeSpan.Zero)
            return null;
        return Failed is not null ? Diagnosis : $"{_last} I try it again in {Math.Ceiling(left.TotalSeconds):0} s; until then I answer by rules.";
    }

    /// <summary>True where the file is another one than the one that failed: then all is forgotten.</summary>
    /// <param name="now">The stamp of the file now; null where there is none.</param>
    public bool TryForget(FileStamp? now)
    {
        if (now == _file)
            return false;
        Forget();
        return true;
    }

    private void Add(KnownBrain brain, FileStamp? file, string sentence, bool isRefused)
    {
        if (_brain?.Sha256 != brain.Sha256 || _file != file)
            Forget();
        (_brain, _file, _last, _lastAt, _isRefused) = (brain, file, sentence, clock.GetTimestamp(), isRefused);
        _inARow++;
    }
}
