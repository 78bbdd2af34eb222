using System.Text.Json;
using System.Text.Json.Nodes;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>
/// Reads and writes <c>model_cache.json</c>, by several processes at once. Of a damaged list the sound entries are taken, and what
/// lies in <c>models/</c> is found again by <see cref="BrainStore.RecoverAsync"/>; the damaged file is set aside.
/// </summary>
internal sealed class BrainList(BuddyHome home, Notes notes)
{
    private const int LargestBytes = 4_000_000;
    private const int Schema = 1;

    public IReadOnlyList<KnownBrain> Read() => Read(out _);

    /// <summary>Changes the list as it is now; false where it cannot be written.</summary>
    /// <param name="durable">False: a power cut may lose the change.</param>
    public bool TryChange(Func<IReadOnlyList<KnownBrain>, IEnumerable<KnownBrain>> change, bool durable = true)
    {
        if (!home.TryCreate(home.Models))
            return false;
        try
        {
            using var turn = FileLock.Take(home.ModelCache);
            var brains = change(Read(out var isDamaged)).ToList();
            if (isDamaged && File.Exists(home.ModelCache))
                File.Move(home.ModelCache, home.ModelCache + ".damaged", overwrite: true);
            AtomicFile.Write(home.ModelCache, JsonSerializer.SerializeToUtf8Bytes(new BrainCache { Brains = brains }, CoreJson.Default.BrainCache), durable);
            return true;
        }
        catch (Exception e) when (e is BuddyException or IOException or UnauthorizedAccessException)
        {
            // A full disk says nothing against a brain.
            return false;
        }
    }

    private IReadOnlyList<KnownBrain> Read(out bool isDamaged)
    {
        isDamaged = false;
        byte[]? bytes = null;
        try
        {
            var file = new FileInfo(home.ModelCache);
            if (!file.Exists && !Directory.Exists(file.FullName))
                return [];
            bytes = file.Length <= LargestBytes ? File.ReadAllBytes(file.FullName) : null;
            if (bytes is not null && JsonSerializer.Deserialize(bytes, CoreJson.Default.BrainCache) is { Schema: Schema } cache && cache.Brains.All(IsSound))
                return cache.Brains;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
        }

        isDamaged = true;
        notes.Add("The list of brains (model_cache.json) was unreadable and is made anew by checking the files in models; your model files are untouched, import again those that lie elsewhere.");
        return Salvage(bytes);
    }

    private static List<KnownBrain> Salvage(byte[]? bytes)
    {
        try
        {
            var brains = bytes is null ? null : JsonNode.Parse(bytes)?["brains"] as JsonArray;
            return [.. (brains ?? []).Select(Entry).OfType<KnownBrain>().Where(IsSound)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return [];
        }
    }

    private static KnownBrain? Entry(JsonNode? node)
    {
        try
        {
            return node.Deserialize(CoreJson.Default.KnownBrain);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(KnownBrain? brain) =>
        brain is { Bytes: >= 0, Name.Length: > 0, Sha256.Length: 64 } && brain.Sha256.All(char.IsAsciiHexDigitLower) && Path.IsPathFullyQualified(brain.Path);
}
