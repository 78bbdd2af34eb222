using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>The brains this machine knows: checked, hashed, and looked at again before each load.</summary>
public sealed class BrainStore(BuddyHome home, TimeProvider clock, Notes notes)
{
    private const string Imported = "imported";
    private const string Found = "found";
    private const string Copied = "copied";
    private const string Downloaded = "downloaded";
    private const string Shrunk = "shrunk";
    private static readonly TimeSpan UsedStep = TimeSpan.FromHours(1);

    private readonly BrainList _list = new(home, notes);

    /// <summary>All known brains, those whose file is away included. Of a damaged list what is sound, with a note.</summary>
    public IReadOnlyList<KnownBrain> List() => _list.Read();

    /// <summary>Checks, hashes and registers a file where it lies, or copied into <c>models/</c>.</summary>
    /// <exception cref="BuddyException">It is no sound brain, or it cannot be registered.</exception>
    public async Task<KnownBrain> ImportAsync(
        string path, bool copy, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var full = FullPath(path);
        BrainGate.Check(full);
        if (copy && !home.TryCreate(home.Models))
            throw new BuddyException($"{home.Models} cannot be written, so the file cannot be copied there; import it without --copy.");
        if (copy)
            full = await BrainBytes.CopyAsync(full, home.Models, progress, cancellationToken);
        var brain = await HashAsync(full, copy ? Copied : Imported, progress, cancellationToken);
        return TryRegister(brain) ? brain : throw new BuddyException(
            $"{Display.Line(brain.Name)} is sound, but {Display.Line(home.Models)} cannot be written, so it is not remembered; name it with --brain each time.");
    }

    /// <summary>
    /// The brain an ID stands for: a path, a file name with or without .gguf, hf.co/OWNER/REPO/FILE.gguf, or 8 or more digits of the
    /// sha256. A path that is not known yet is checked and hashed, without being chosen.
    /// </summary>
    public async Task<KnownBrain> ResolveAsync(string id, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var full = id.Contains('\0') ? id : FullPath(id);
        if (File.Exists(full) || Directory.Exists(full))
            return List().FirstOrDefault(brain => brain.Path == full) ?? await TakeAsync(full, progress, cancellationToken);
        if (!List().Any(brain => Matches(brain, id)))
            await RecoverAsync(progress, cancellationToken);
        return Find(id);
    }

    /// <summary>As <see cref="ResolveAsync"/>, among the known ones alone.</summary>
    public KnownBrain Find(string id)
    {
        var found = List().Where(brain => Matches(brain, id)).GroupBy(brain => brain.Sha256).ToList();
        return found.Count switch
        {
            // Of several files with the same bytes one that is there.
            1 => found[0].FirstOrDefault(IsHere) ?? found[0].First(),
            0 => throw new BuddyException(
                $"No brain is known as {Display.Line(id)}; see `bitbuddy brain list`, or `bitbuddy brain import FILE`.", ExitCode.NotFound),
            _ => throw new BuddyException(
                $"{Display.Line(id)} stands for {found.Count} brains; name one by its sha256: {string.Join(", ", found.Select(same => same.Key[..12]))}.",
                ExitCode.Usage),
        };
    }

    /// <summary>Takes into the list what lies in <c>models/</c> and is not in it: after the list was lost, or a run was killed.</summary>
    public async Task RecoverAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var known = List().Select(brain => brain.Path).ToHashSet();
        foreach (var path in Directory.Exists(home.Models) ? Directory.GetFiles(home.Models, "*.gguf") : [])
        {
            if (known.Contains(path))
                continue;
            try
            {
                BrainGate.Check(path);
                var brain = await HashAsync(path, Found, progress, cancellationToken);
                var receipt = BrainReceipt.Read(path) is { } kept && kept.Sha256 == brain.Sha256 ? kept : brain;
                TryRegister(receipt with { Path = brain.Path, VerifiedAt = brain.VerifiedAt, FileTime = brain.FileTime, FileChanged = brain.FileChanged });
            }
            catch (BuddyException e)
            {
                notes.Add(e.Message);
            }
        }
    }

    /// <summary>
    /// Before a load: the file must be the one that was verified. While its stamp is the same, that is all; otherwise it is checked and
    /// hashed again, unless another process has done so.
    /// </summary>
    public async Task<KnownBrain> VerifyAsync(KnownBrain brain, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var file = FileStamp.Of(brain.Path);
        if (brain.Fits(file))
            return Used(brain);
        if (List().FirstOrDefault(known => known.Path == brain.Path && known.Sha256 == brain.Sha256 && known.Fits(file)) is { } verified)
            return Used(verified);
        if (file is null)
            throw new BuddyException($"{Display.Line(brain.Path)} is not there now{(brain.Source is { } source
                ? $"; `bitbuddy brain pull {source}` gets it again." : "; put it back, or choose another with `bitbuddy brain use ID`.")}", ExitCode.NotFound);
        if (brain.FileChanged is not null)
            notes.Add($"The file of {Display.Line(brain.Name)} was changed or replaced, so it is checked again.");
        BrainGate.Check(brain.Path);
        var now = await HashAsync(brain.Path, brain.Origin, progress, cancellationToken);
        if (now.Sha256 != brain.Sha256)
            throw new BuddyException($"{Display.Line(brain.Name)} has changed since it was checked; "
                + (brain.Source is { } origin ? $"`bitbuddy brain pull {origin}` gets it again, " : "")
                + $"if that was you, run `bitbuddy brain import {Display.Line(brain.Path)}` again.");
        now = brain with { VerifiedAt = now.VerifiedAt, Bytes = now.Bytes, FileTime = now.FileTime, FileChanged = now.FileChanged };
        TryRegister(now);
        return Used(now);
    }

    /// <summary>Verifies a brain and reads it through once, so that the system has it in memory when it is loaded.</summary>
    public async Task WarmAsync(KnownBrain brain, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var verified = await VerifyAsync(brain, progress, cancellationToken);
        await BrainBytes.ReadAsync(verified.Path, _ => { }, progress, cancellationToken);
    }

    /// <summary>True where Bit Buddy put the file there itself, so that removing the brain deletes it.</summary>
    public bool IsOurs(KnownBrain brain) => brain.Origin is Copied or Downloaded or Shrunk && Path.GetDirectoryName(brain.Path) == home.Models;

    /// <summary>Forgets a brain, and deletes its file where it is ours (<see cref="IsOurs"/>).</summary>
    /// <exception cref="BuddyException">It could not be deleted, or not be forgotten.</exception>
    public void Remove(KnownBrain brain)
    {
        try
        {
            if (IsOurs(brain))
            {
                File.Delete(brain.Path);
                BrainReceipt.Delete(brain.Path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{Display.Line(brain.Path)} could not be deleted ({Display.Line(e.Message)}); it is still known.", inner: e);
        }

        if (!_list.TryChange(brains => brains.Where(known => known.Path != brain.Path)))
            throw new BuddyException($"{Display.Line(home.ModelCache)} cannot be written, so {Display.Line(brain.Name)} is still listed; try again.");
    }

    /// <summary>Hashes and registers a brain that was made of another and lies in <c>models/</c>; its licence is that of the other.</summary>
    /// <exception cref="BuddyException">It cannot be registered.</exception>
    internal async Task<KnownBrain> KeepShrunkAsync(string path, KnownBrain of, CancellationToken cancellationToken)
    {
        var brain = await HashAsync(path, Shrunk, progress: null, cancellationToken) with { Licence = of.Licence };
        BrainReceipt.Keep(brain);
        return TryRegister(brain) ? brain : throw new BuddyException(
            $"{Display.Line(path)} is made, but {Display.Line(home.ModelCache)} cannot be written, so it is not remembered; import it later.");
    }

    /// <summary>A brain with these bytes whose file is there and unchanged; null where there is none.</summary>
    internal async Task<KnownBrain?> FindAsync(string? sha256, CancellationToken cancellationToken)
    {
        foreach (var brain in List().Where(brain => brain.Sha256 == sha256))
        {
            if (brain.Fits(FileStamp.Of(brain.Path)))
                return brain;
            if (!File.Exists(brain.Path))
                continue;
            var now = await HashAsync(brain.Path, brain.Origin, progress: null, cancellationToken);
            if (now.Sha256 != sha256)
                continue;
            now = brain with { VerifiedAt = now.VerifiedAt, FileTime = now.FileTime, FileChanged = now.FileChanged };
            TryRegister(now);
            return now;
        }

        return null;
    }

    /// <summary>The brain that was downloaded as this file, or has its bytes; null where there is none.</summary>
    internal async Task<KnownBrain?> FindAsync(HubFile file, CancellationToken cancellationToken)
    {
        var sha256 = file.Sha256 ?? List().FirstOrDefault(brain => brain.Source == file.Source && (file.Revision == "main" || file.Revision == brain.Commit))?.Sha256;
        return sha256 is null ? null : await FindAsync(sha256, cancellationToken);
    }

    /// <summary>Makes a download that was checked a brain: its file takes its place in <c>models/</c>, and is known.</summary>
    internal KnownBrain Land(string data, HubFile file, HubAnswer answer, string sha256)
    {
        var path = Path.Combine(home.Models, file.File);
        if (File.Exists(path))
            path = Path.Combine(home.Models, $"{Path.GetFileNameWithoutExtension(file.File)}-{sha256[..8]}.gguf");
        var brain = new KnownBrain
        {
            Name = Path.GetFileNameWithoutExtension(path), Path = path, Bytes = answer.Bytes, Sha256 = sha256, Origin = Downloaded,
            Source = file.Source, Commit = answer.Commit, Licence = file.Licence, FirstSeen = (file.Sha256 ?? answer.Sha256) is null,
            PromptLayout = BrainGate.Check(data).Slots is null ? null : KnownBrain.SlotLayout, VerifiedAt = clock.GetUtcNow(), FileTime = default,
        };
        // Before the file: a run that is killed between leaves a receipt of nothing, never a file of unknown origin.
        BrainReceipt.Keep(brain);
        AtomicFile.Publish(data, path);
        var stamp = FileStamp.Of(path);
        brain = brain with { FileTime = stamp?.Modified ?? default, FileChanged = stamp?.ChangedNs };
        // Files of ours with the same bytes that are gone or were changed are this brain no more.
        return _list.TryChange(brains => [.. brains.Where(known => known.Path != path && !(known.Sha256 == sha256 && IsOurs(known) && !IsHere(known))), brain])
            ? brain
            : throw new BuddyException($"{file.File} is here, but {Display.Line(home.ModelCache)} cannot be written; run the same command again.");
    }

    /// <summary>The absolute path of a file the user named; an empty name is a sentence.</summary>
    public static string FullPath(string path) => !string.IsNullOrWhiteSpace(path) && !path.Contains('\0')
        ? Path.GetFullPath(path)
        : throw new BuddyException("The brain's name is missing; give a name, a path or digits of its sha256.", ExitCode.Usage);

    private static bool IsHere(KnownBrain brain) => brain.Fits(FileStamp.Of(brain.Path));

    private static bool Matches(KnownBrain brain, string id)
    {
        var comparison = StringComparison.OrdinalIgnoreCase;
        return brain.Name.Equals(id, comparison)
            || Path.GetFileName(brain.Path).Equals(id, comparison)
            || brain.Path == id
            || (brain.Source is not null && brain.Source == HubFile.TryParse(id)?.Source)
            || (id.Length >= 8 && brain.Sha256.StartsWith(id, comparison));
    }

    // Named for this time: it answers even where nothing can be remembered.
    private async Task<KnownBrain> TakeAsync(string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        BrainGate.Check(path);
        var brain = await HashAsync(path, Imported, progress, cancellationToken);
        TryRegister(brain);
        return brain;
    }

    private bool TryRegister(KnownBrain brain) => _list.TryChange(brains => [.. brains.Where(known => known.Path != brain.Path), brain]);

    private KnownBrain Used(KnownBrain brain)
    {
        var now = clock.GetUtcNow();
        if ((now - brain.LastUsed)?.Duration() < UsedStep)
            return brain;
        _list.TryChange(brains => brains.Select(known => known.Path == brain.Path ? known with { LastUsed = now } : known), durable: false);
        return brain with { LastUsed = now };
    }

    // A file that is called by its hash, as other programs keep them, has a better name inside.
    private static string NameOf(string path) => path.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase)
        ? Path.GetFileNameWithoutExtension(path)
        : BrainGate.Check(path).Name is { Length: > 0 and <= NameText.Whole } name ? name : Path.GetFileName(path);

    private async Task<KnownBrain> HashAsync(string path, string origin, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var file = FileStamp.Of(path);
        var (sha256, bytes) = await BrainBytes.HashAsync(path, progress, cancellationToken);
        return new KnownBrain
        {
            Name = NameOf(path), Path = path, Bytes = bytes, Sha256 = sha256, Origin = origin,
            PromptLayout = BrainGate.Check(path).Slots is null ? null : KnownBrain.SlotLayout,
            VerifiedAt = clock.GetUtcNow(), FileTime = file?.Modified ?? default, FileChanged = file?.ChangedNs,
        };
    }
}
