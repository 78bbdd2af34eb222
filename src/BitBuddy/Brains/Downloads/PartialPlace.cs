using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Where a download lies until it ends, in <c>models/partial/</c>: the data in a folder of its own, and three small files beside it.</summary>
internal sealed class PartialPlace
{
    private const int LargestRecord = 4_000_000;

    private readonly string _stem;

    public PartialPlace(BuddyHome home, HubFile file)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Source)).AsSpan(0, 8));
        _stem = Path.Combine(home.PartialModels, key);
        Data = Path.Combine(_stem, file.File);
    }

    /// <summary>The bytes so far, under the name they will have.</summary>
    public string Data { get; }

    /// <summary>Where the data lies, for the question of room.</summary>
    public string Folder => Path.GetDirectoryName(_stem)!;

    /// <summary>Never removed: whoever waits for it must meet the same file.</summary>
    public string Lock => _stem;
    public string Owner => _stem + ".owner";

    public string RecordFile => _stem + ".json";

    /// <summary>What was recorded; null where there is nothing sound.</summary>
    public PartialRecord? Record() => Read(RecordFile);

    /// <summary>All downloads of a home that have not ended.</summary>
    public static IEnumerable<PartialRecord> All(BuddyHome home) => Directory.Exists(home.PartialModels)
        ? Directory.EnumerateFiles(home.PartialModels, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<PartialRecord>()
        : [];

    public void Keep(PartialRecord record) =>
        AtomicFile.Write(RecordFile, JsonSerializer.SerializeToUtf8Bytes(record, CoreJson.Default.PartialRecord));

    public FileStream OpenData()
    {
        PrivateFolder.Create(_stem);
        return PrivateFile.Open(Data, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>Removes all of it but the lock.</summary>
    public void Clear()
    {
        File.Delete(RecordFile);
        if (Directory.Exists(_stem))
            Directory.Delete(_stem, recursive: true);
    }

    private static PartialRecord? Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LargestRecord }
                && JsonSerializer.Deserialize(File.ReadAllBytes(path), CoreJson.Default.PartialRecord) is { Schema: 1, HubFile.IsSafe: true } record
                && record.Marks.All(mark => mark is not null) ? record : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
