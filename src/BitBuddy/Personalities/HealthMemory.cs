using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Personalities;

/// <summary>
/// Which measured causes are in force, kept in <c>health.json</c> so that one process goes on where the last one ended. Where it cannot
/// be kept, this process remembers alone; a broken file means none.
/// </summary>
internal sealed class HealthMemory(BuddyHome home)
{
    private const int LargestBytes = 10_000;

    private readonly KeptFile<HealthMarks> _file = new(home.HealthFile, LargestBytes,
        bytes => JsonSerializer.Deserialize(bytes, CoreJson.Default.HealthMarks) ?? new HealthMarks());

    private IReadOnlySet<HealthMark>? _unkept;

    public IReadOnlySet<HealthMark> Read()
    {
        if (_unkept is not null)
            return _unkept;
        try
        {
            return _file.Read()?.InForce.ToHashSet() ?? [];
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or JsonException)
        {
            return new HashSet<HealthMark>();
        }
    }

    public void Keep(IReadOnlySet<HealthMark> marks)
    {
        if (marks.SetEquals(Read()))
            return;
        try
        {
            var kept = new HealthMarks { InForce = [.. marks.Order()] };
            if (home.TryCreate())
                AtomicFile.Write(home.HealthFile, JsonSerializer.SerializeToUtf8Bytes(kept, CoreJson.Default.HealthMarks), durable: false);
            else
                _unkept = marks;
        }
        catch (BuddyException)
        {
            // A full disk is what is to be remembered here.
            _unkept = marks;
        }
    }
}
