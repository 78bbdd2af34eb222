using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Reads and writes <c>tuning.json</c>: what was measured, good for the same cores and engine alone.</summary>
/// <param name="engine">The engine's version.</param>
public sealed class TuningFile(BuddyHome home, string engine, Notes notes)
{
    private const int LargestBytes = 1_000_000;

    private readonly KeptFile<Tunings> _file = new(home.TuningFile, LargestBytes, Parse);

    /// <summary>What was measured for a brain on a machine like this one; null when nothing was.</summary>
    public Tuning? Find(string sha256) => Load().FirstOrDefault(tuning => tuning.Brain == sha256 && IsHere(tuning));

    /// <summary>All that was measured on a machine like this one.</summary>
    public IReadOnlyList<Tuning> Here() => [.. Load().Where(IsHere)];

    /// <summary>Keeps what was measured in place of what was before; false where the home cannot be written.</summary>
    /// <param name="row">What was measured with these values.</param>
    public bool TryKeep(string sha256, IReadOnlyList<TunedValue> values, TuneRow row, DateTimeOffset now)
    {
        if (!home.TryCreate())
            return false;
        var tuning = new Tuning
        {
            Brain = sha256, Cores = Environment.ProcessorCount, Engine = engine, MeasuredAt = now, Values = values,
            ReplyPerSecond = row.ReplySpeed, FirstTokenMs = row.FirstToken.TotalMilliseconds,
        };
        using var turn = FileLock.Take(home.TuningFile);
        var others = Load().Where(old => old.Brain != sha256 || !IsHere(old));
        AtomicFile.Write(home.TuningFile, JsonSerializer.SerializeToUtf8Bytes(new Tunings { Brains = [.. others, tuning] }, CoreJson.Default.Tunings));
        return true;
    }

    private bool IsHere(Tuning tuning) => tuning.Cores == Environment.ProcessorCount && tuning.Engine == engine;

    // Measurements can be taken again: a damaged file counts as none.
    private IReadOnlyList<Tuning> Load()
    {
        try
        {
            return _file.Read()?.Brains ?? [];
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            notes.Add("What was measured of the brains (tuning.json) is unreadable and counts as never measured; run `bitbuddy brain tune` again.");
            return [];
        }
    }

    private static Tunings Parse(byte[] bytes)
    {
        var tunings = JsonSerializer.Deserialize(bytes, CoreJson.Default.Tunings);
        return tunings is not null && tunings.Brains.All(tuning => tuning is not null && tuning.Values.All(value => value is not null)) ? tunings : throw new JsonException();
    }
}
