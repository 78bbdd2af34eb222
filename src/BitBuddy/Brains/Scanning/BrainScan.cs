using System.Text;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Finds brains that are on this machine already, to be used where they lie; a file that may be one of the catalogue is hashed to know it.</summary>
public sealed class BrainScan(BrainStore store, CatalogueFile catalogue)
{
    // They read and do not talk.
    private static readonly HashSet<string> Mute =
        ["clip", "bert", "modern-bert", "neo-bert", "nomic-bert", "nomic-bert-moe", "jina-bert-v2", "jina-bert-v3", "eurobert", "gemma-embedding", "t5encoder", "wavtokenizer-dec"];

    /// <summary>Looks through the places; each file is told once, however many names it has.</summary>
    /// <exception cref="BuddyException">The user's catalogue is broken.</exception>
    public async Task<FoundBrains> FindAsync(IReadOnlyList<BrainPlace> places, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var brains = catalogue.Load();
        var (found, skipped, seen) = (new List<FoundBrain>(), new List<SkippedBrain>(), new HashSet<long>());
        foreach (var candidate in places.SelectMany(place => BrainFiles.In(place, cancellationToken)))
        {
            try
            {
                if (seen.Add(IdentityOf(candidate.Path)))
                    found.Add(await LookAsync(candidate, brains, progress, cancellationToken));
            }
            catch (BuddyException e)
            {
                skipped.Add(new SkippedBrain(candidate.Path, e.Message));
            }
        }

        return new FoundBrains(places, found, skipped);
    }

    private async Task<FoundBrain> LookAsync(BrainCandidate candidate, Catalogue brains, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var info = BrainGate.Check(candidate.Path);
        var shown = Display.Line(candidate.Name);
        if (Mute.Contains(info.Architecture))
            throw new BuddyException($"{shown} reads and does not talk ({Display.Line(info.Architecture)}), so it is no brain.");
        var file = FileStamp.Of(candidate.Path);
        var bytes = file?.Bytes ?? 0;
        var known = store.List().FirstOrDefault(brain => brain.Path == candidate.Path && brain.Fits(file));
        if (known is null && (brains.MayHold(bytes) || (candidate.Claimed is { } claimed && brains.Recognise(claimed) is not null)))
            known = await store.ImportAsync(candidate.Path, copy: false, progress, cancellationToken);
        if (known is not null && candidate.Claimed is { } said && said != known.Sha256)
            throw new BuddyException($"{shown} is not what {candidate.App} says it is: its sha256 is {known.Sha256[..12]}…, not {said[..12]}…. Get it again there.");
        return new FoundBrain(candidate.App, candidate.Name, candidate.Path, bytes, info, known is null ? null : brains.Recognise(known.Sha256), known);
    }

    private static long IdentityOf(string path)
    {
        var real = (File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).FullName;
        // What cannot be looked at has a name of its own; the gate tells what is wrong with it.
        return FileStat.Of(Encoding.UTF8.GetBytes(real), out var stat) == ReadOutcome.Ok ? stat.Identity : -(long)(uint)path.GetHashCode(StringComparison.Ordinal) - 1;
    }
}
