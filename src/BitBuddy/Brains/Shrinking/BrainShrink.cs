using System.Security.Cryptography;
using BitBuddy.Conversation;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Makes a smaller brain of one, beside it: measured, shrunk, checked, measured again. The first one stays as it is.</summary>
public sealed class BrainShrink(BuddyHome home, BrainStore store, BrainTune tune, BrainShrinker shrink, Notes notes)
{
    // Some tensors keep more bits than the kind says.
    private const double SizeMargin = 1.25;

    /// <param name="words">What is being done, in words.</param>
    /// <param name="progress">Of the shrinking itself, 0 to 1.</param>
    /// <exception cref="BuddyException">It cannot be shrunk; nothing is left behind.</exception>
    public async Task<ShrinkResult> RunAsync(
        KnownBrain brain, ShrinkKind kind, IProgress<string> words, IProgress<double> progress, CancellationToken cancellationToken)
    {
        brain = await store.VerifyAsync(brain, progress: null, cancellationToken);
        var info = BrainGate.Check(brain.Path);
        var target = Target(brain, kind);
        CheckRoom(brain, (long)(info.Parameters * kind.BitsPerWeight / 8 * SizeMargin));
        if (IsQuantised(info))
            notes.Add($"{Display.Line(brain.Name)} is {info.Quantisation} already, so shrinking it again costs more sense than shrinking the whole one.");

        var before = await MeasureAsync(brain, words, cancellationToken);
        words.Report($"Shrinking {brain.Name} to {kind.Id}");
        await WriteAsync(brain, kind, target, progress, cancellationToken);
        var after = await store.KeepShrunkAsync(target, brain, cancellationToken);
        return new ShrinkResult(brain, after, before, await MeasureAsync(after, words, cancellationToken));
    }

    private string Target(KnownBrain brain, ShrinkKind kind)
    {
        if (!home.TryCreate(home.Models))
            throw new BuddyException($"{Display.Line(home.Models)} cannot be written, so no brain can be kept there; set BITBUDDY_HOME to a folder of yours.");
        // A brain of another program may be called by anything.
        var name = string.Concat(brain.Name.Select(c => Path.GetInvalidFileNameChars().Contains(c) || char.IsControl(c) || c == ':' ? '-' : c));
        var target = Path.Combine(home.Models, $"{name}-{kind.Id.ToUpperInvariant()}.gguf");
        return File.Exists(target)
            ? throw new BuddyException($"{Display.Line(target)} is there already; remove it first with `bitbuddy brain rm {Display.Line(Path.GetFileName(target))}`.")
            : target;
    }

    private void CheckRoom(KnownBrain brain, long needed)
    {
        if (DiskSpace.Of(home.Models) is var (free, _) && free < needed + BrainAdviser.DiskReserve)
            throw new BuddyException($"Shrinking {Display.Line(brain.Name)} needs {Said.Size(needed)} of the disk beside {Said.Size(BrainAdviser.DiskReserve)} that stay yours, and {Said.Size(free)} are free. Make room first.");
    }

    private async Task WriteAsync(KnownBrain brain, ShrinkKind kind, string target, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var part = $"{target}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.part";
        try
        {
            // Made for the user alone before the engine writes it.
            await PrivateFile.Open(part, FileMode.CreateNew, FileAccess.Write, FileShare.None).DisposeAsync();
            await shrink(brain.Path, part, kind, progress, cancellationToken);
            BrainGate.Check(part);
            if (new FileInfo(part).Length is var bytes && bytes >= brain.Bytes)
                throw new BuddyException($"As {kind.Id} {Display.Line(brain.Name)} would have {Said.Size(bytes)}, and it has {Said.Size(brain.Bytes)} now; it stays as it is.");
            AtomicFile.Publish(part, target);
        }
        catch (Exception e) when (e is not (BuddyException or OperationCanceledException))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new BuddyException($"{Display.Line(brain.Name)} cannot be shrunk: {Display.Line(e.Message)}", inner: e);
        }
        finally
        {
            // Moved away by then, where all went well.
            File.Delete(part);
        }
    }

    // A brain too large to run may be shrunk all the same.
    private async Task<TuneRow?> MeasureAsync(KnownBrain brain, IProgress<string> words, CancellationToken cancellationToken)
    {
        try
        {
            return await tune.MeasureOnceAsync(brain, words, cancellationToken);
        }
        catch (BuddyException e)
        {
            notes.Add(e.Message);
            return null;
        }
    }

    private static bool IsQuantised(GgufInfo info) => info.Quantisation is not ("F32" or "F16" or "BF16" or "F64");
}
