using System.Security.Cryptography;
using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>The brains this machine knows: checked, hashed, and looked at again before each load.</summary>
public sealed class BrainStore(BuddyHome home, TimeProvider clock, Notes notes)
{
    private const int LargestCacheBytes = 4_000_000;
    private const int Block = 1 << 20;

    /// <summary>All known brains. A damaged list is an empty one, with a note.</summary>
    public IReadOnlyList<KnownBrain> List()
    {
        try
        {
            var file = new FileInfo(home.ModelCache);
            if (!file.Exists)
                return [];
            if (file.Length <= LargestCacheBytes
                && JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName), CoreJson.Default.BrainCache)?.Brains is { } brains
                && brains.All(brain => brain is not null))
                return brains;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
        }

        notes.Add("The list of brains (model_cache.json) was unreadable and is begun anew; your model files are untouched, import them again.");
        return [];
    }

    /// <summary>Checks, hashes and registers a file where it lies, or copied into <c>models/</c>.</summary>
    /// <exception cref="BuddyException">It is no sound brain, or it cannot be registered.</exception>
    public async Task<KnownBrain> ImportAsync(
        string path, bool copy, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var full = FullPath(path);
        BrainGate.Check(full);
        if (copy)
            full = await CopyAsync(full, progress, cancellationToken);
        var brain = await HashAsync(full, copy ? "copied" : "imported", progress, cancellationToken);
        return TryRegister(brain) ? brain : throw new BuddyException(
            $"{Display.Line(brain.Name)} is sound, but {Display.Line(home.Models)} cannot be written, so it is not remembered; name it with --brain each time.");
    }

    /// <summary>
    /// The brain an ID stands for: a path, a file name with or without .gguf, or 8 or more digits of the sha256.
    /// A path that is not known yet is checked and hashed, without being chosen.
    /// </summary>
    public async Task<KnownBrain> ResolveAsync(string id, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var full = id.Contains('\0') ? id : FullPath(id);
        if (File.Exists(full) || Directory.Exists(full))
            return List().FirstOrDefault(brain => brain.Path == full) ?? await TakeAsync(full, progress, cancellationToken);
        var found = List().Where(brain => Matches(brain, id)).DistinctBy(brain => brain.Sha256).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new BuddyException(
                $"No brain is known as {Display.Line(id)}; see `bitbuddy brain list`, or `bitbuddy brain import FILE`.", ExitCode.NotFound),
            _ => throw new BuddyException(
                $"{Display.Line(id)} stands for {found.Count} brains; name one by its sha256: {string.Join(", ", found.Select(brain => brain.Sha256[..12]))}.",
                ExitCode.Usage),
        };
    }

    /// <summary>
    /// Before a load: the file must be the one that was verified. While its stamp is the same, that is all; otherwise it is checked and
    /// hashed again, unless another process has done so.
    /// </summary>
    public async Task<KnownBrain> VerifyAsync(KnownBrain brain, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var file = FileStamp.Of(brain.Path);
        if (brain.Fits(file))
            return brain;
        if (List().FirstOrDefault(known => known.Path == brain.Path && known.Sha256 == brain.Sha256 && known.Fits(file)) is { } verified)
            return verified;
        BrainGate.Check(brain.Path);
        var now = await HashAsync(brain.Path, brain.Origin, progress, cancellationToken);
        if (now.Sha256 != brain.Sha256)
            throw new BuddyException($"{Display.Line(brain.Name)} has changed since it was checked; "
                + $"if that was you, run `bitbuddy brain import {Display.Line(brain.Path)}` again.");
        TryRegister(now);
        return now;
    }

    /// <summary>Verifies a brain and reads it through once, so that the system has it in memory when it is loaded.</summary>
    public async Task WarmAsync(KnownBrain brain, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var verified = await VerifyAsync(brain, progress, cancellationToken);
        await ReadAsync(verified.Path, _ => { }, progress, cancellationToken);
    }

    /// <summary>The absolute path of a file the user named; an empty name is a sentence.</summary>
    public static string FullPath(string path) => !string.IsNullOrWhiteSpace(path) && !path.Contains('\0')
        ? Path.GetFullPath(path)
        : throw new BuddyException("The brain's name is missing; give a name, a path or digits of its sha256.", ExitCode.Usage);

    private static bool Matches(KnownBrain brain, string id)
    {
        var comparison = StringComparison.OrdinalIgnoreCase;
        return brain.Name.Equals(id, comparison)
            || Path.GetFileName(brain.Path).Equals(id, comparison)
            || brain.Path == id
            || (id.Length >= 8 && brain.Sha256.StartsWith(id, comparison));
    }

    // Named for this time: it answers even where nothing can be remembered.
    private async Task<KnownBrain> TakeAsync(string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        BrainGate.Check(path);
        var brain = await HashAsync(path, "imported", progress, cancellationToken);
        TryRegister(brain);
        return brain;
    }

    private bool TryRegister(KnownBrain brain)
    {
        if (!home.TryCreate(home.Models))
            return false;
        try
        {
            using var turn = FileLock.Take(home.ModelCache);
            var others = List().Where(known => known.Path != brain.Path);
            var cache = new BrainCache { Brains = [.. others, brain] };
            AtomicFile.Write(home.ModelCache, JsonSerializer.SerializeToUtf8Bytes(cache, CoreJson.Default.BrainCache));
            return true;
        }
        catch (BuddyException)
        {
            // A full disk says nothing against the brain.
            return false;
        }
    }

    private async Task<KnownBrain> HashAsync(string path, string origin, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var file = FileStamp.Of(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = await ReadAsync(path, block => hash.AppendData(block.Span), progress, cancellationToken);
        return new KnownBrain
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Path = path,
            Bytes = length,
            Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            Origin = origin,
            VerifiedAt = clock.GetUtcNow(),
            FileTime = file?.Modified ?? default,
            FileChanged = file?.ChangedNs,
        };
    }

    private static async Task<long> ReadAsync(
        string path, Action<ReadOnlyMemory<byte>> each, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
            var length = stream.Length;
            var block = new byte[Block];
            long done = 0;
            for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
            {
                each(block.AsMemory(0, read));
                done += read;
                progress?.Report(length == 0 ? 1 : (double)done / length);
            }

            return done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{Display.Line(path)} cannot be read ({Display.Line(e.Message)}); check the disk.", inner: e);
        }
    }

    private async Task<string> CopyAsync(string from, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (!home.TryCreate(home.Models))
            throw new BuddyException($"{home.Models} cannot be written, so the file cannot be copied there; import it without --copy.");
        var to = Path.Combine(home.Models, Path.GetFileName(from));
        if (to == from)
            return to;
        if (File.Exists(to))
            throw new BuddyException($"{Display.Line(to)} is already there; nothing was overwritten.");
        var part = $"{to}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.part";
        try
        {
            await using (var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous))
            await using (var target = PrivateFile.Open(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                var block = new byte[Block];
                for (int read; (read = await source.ReadAsync(block, cancellationToken)) > 0;)
                {
                    await target.WriteAsync(block.AsMemory(0, read), cancellationToken);
                    progress?.Report((double)source.Position / source.Length);
                }

                target.Flush(flushToDisk: true);
            }

            File.Move(part, to, overwrite: false);
            return to;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{Display.Line(from)} could not be copied to {Display.Line(home.Models)}: {Display.Line(e.Message)}", inner: e);
        }
        finally
        {
            // Moved away by then, where all went well.
            File.Delete(part);
        }
    }
}
