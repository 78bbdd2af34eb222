using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>Answers an intent from the index and the health check; the only place where facts come from.</summary>
public sealed class FactFinder
{
    private const int NearLimit = 3;
    private const int Sentences = 5;

    // Each section costs a brain some seconds; more sentences than these do not fit beside the head of a prompt.
    private const int Sections = 5;
    private const int SentencesOfSection = 6;
    private readonly FileIndex index;
    private readonly FileScan scan;
    private readonly Freshness freshness;
    private readonly FileInsight insight;
    private readonly FileContents contents;
    private readonly RemovalLog removals;
    private readonly Func<Health> health;
    private readonly TimeProvider clock;

    internal FactFinder(KnownFiles files, Func<Health> health, TimeProvider clock) =>
        (index, scan, freshness, insight, contents, removals, this.health, this.clock) =
        (files.Index, files.Scan, files.Freshness, files.Insight, files.Contents, files.Removals, health, clock);

    /// <summary>The facts, limited to <paramref name="folders"/>, listing at most <paramref name="limit"/> files.</summary>
    /// <param name="progress">Told of what takes time: files that must be read.</param>
    public async Task<Facts> FindAsync(
        Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken, IProgress<InsightProgress>? progress = null)
    {
        try
        {
            return await FindOnceAsync(intent, folders, limit, progress, cancellationToken);
        }
        catch (IndexRebuiltException)
        {
            // The index was damaged and is empty now: it is filled, then asked again.
            foreach (var folder in folders)
                await scan.ScanAsync(folder, progress: null, cancellationToken);
            return await FindOnceAsync(intent, folders, limit, progress, cancellationToken);
        }
    }

    private async Task<Facts> FindOnceAsync(
        Intent intent, IReadOnlyList<string> folders, int limit, IProgress<InsightProgress>? progress, CancellationToken cancellationToken) => intent.Kind switch
    {
        _ when intent.IsRemoved => OfGone(intent, folders, limit, cancellationToken),
        // Files are read: whoever waits must stay able to stop it.
        IntentKind.Duplicates or IntentKind.Versions or IntentKind.Stale or IntentKind.Tidy =>
            await Task.Run(() => OfInsight(intent, folders, limit, progress, cancellationToken), cancellationToken),
        IntentKind.Find or IntentKind.Count or IntentKind.List or IntentKind.Largest or IntentKind.Newest =>
            OfFiles(intent, folders, limit, cancellationToken),
        IntentKind.Summary when intent.Query != FileQuery.Everything => OfText(intent, folders, limit, cancellationToken),
        IntentKind.Status => OfHealth(folders),
        _ => new Facts { Intent = intent.Kind, Folders = folders, AsOf = clock.GetUtcNow(), Corrected = intent.Corrected },
    };

    private Facts OfFiles(Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken)
    {
        if (folders.Count == 0)
            return new Facts { Intent = intent.Kind, Count = 0, Bytes = 0, AsOf = clock.GetUtcNow(), Corrected = intent.Corrected };
        var asOf = freshness.Check(folders, Freshness.DefaultBudget);
        var query = intent.Query with { Folders = folders };
        if (intent is { IsForTime: true, ByName.Words.Count: > 1 } && Ask(intent.ByName with { Folders = folders }) is { Count: > 0 } named)
            return Of(named) with { Instead = intent.ByName, Insight = null };
        // Which of two is more cannot be said of one.
        if (intent.IsCompared && intent.Query.Either.Any(side => Ask(query with { Either = [side] }).Count == 0))
            intent = intent with { Kind = IntentKind.Find };
        var matches = Whole(intent, query) is { } whole ? Ask(whole) : null;
        if (matches is not { Count: > 0 })
            matches = Ask(query);
        foreach (var other in matches.Count > 0 ? [] : new OtherWays(index, query, intent).All())
        {
            if (Ask(other.Query) is not { Count: > 0 } found)
                continue;
            return Of(found) with
            {
                Corrected = other.Corrected is null ? intent.Corrected : intent.Corrected is null ? other.Corrected : $"{intent.Corrected}, {other.Corrected}",
                Instead = other.Query with { Folders = intent.Query.Folders },
                IsMentioned = other.IsMentioned,
                IsNamed = other.IsNamed,
                Insight = null,
            };
        }

        var gone = intent.Kind == IntentKind.Newest && query is { From: not null, Take: null } ? removals.Find(query, cancellationToken) : null;
        return Of(matches) with { Gone = [.. (gone ?? []).Take(limit)], GoneCount = gone?.Count, Near = matches.Count == 0 ? Freshness.Refresh(index.Near(query, NearLimit)) : [] };

        FileMatches Ask(FileQuery query) => freshness.Confirm(query, limit, index.Search(query, limit, cancellationToken), cancellationToken);

        Facts Of(FileMatches matches) => new()
        {
            Intent = intent.Kind,
            Count = matches.Count,
            Bytes = matches.Bytes,
            Folders = folders,
            AsOf = asOf,
            Corrected = intent.Corrected,
            Files = matches.Files,
            Insight = ChangesOf(intent.Kind, query, matches, cancellationToken),
        };
    }

    // "how large is backup.zip": where a file has just that name, no other whose name holds it.
    private static FileQuery? Whole(Intent intent, FileQuery query)
    {
        string[] names = intent.IsCompared ? [.. query.Either.Select(words => string.Join(' ', words))] : [string.Join(' ', query.Words)];
        var isOfOne = intent.Kind == IntentKind.Count || intent.Aspect != Aspect.Any || intent.IsCompared;
        return isOfOne && query.Begins.Count + query.Ends.Count == 0 && Array.TrueForAll(names, name => KnownExtensions.EndsFileName(name))
            ? query with { Begins = names, Ends = [.. names.Select(name => Path.GetFileNameWithoutExtension(name))] } : null;
    }

    // "What changed this week": what is new of it, and what was there before.
    private Insight? ChangesOf(IntentKind kind, FileQuery query, FileMatches matches, CancellationToken cancellationToken) =>
        kind == IntentKind.Newest && query is { From: not null, Take: null } && matches.Count > 0 && insight.Changes(query, cancellationToken) is { } changes
            ? new Insight(matches.Count, matches.Bytes, matches.Files) { Changes = changes } : null;

    // What went since it was known; the index tells only what is there.
    private Facts OfGone(Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken)
    {
        var asOf = folders.Count == 0 ? clock.GetUtcNow() : freshness.Check(folders, Freshness.DefaultBudget);
        var gone = folders.Count == 0 ? [] : removals.Find(intent.Query with { Folders = folders }, cancellationToken);
        return new Facts
        {
            Intent = intent.Kind, Count = gone.Count, Bytes = gone.Sum(file => file.Bytes), Folders = folders, AsOf = asOf, Corrected = intent.Corrected, Gone = [.. gone.Take(limit)], GoneCount = gone.Count,
        };
    }

    private Facts OfInsight(Intent intent, IReadOnlyList<string> folders, int limit, IProgress<InsightProgress>? progress, CancellationToken cancellationToken)
    {
        var asOf = folders.Count == 0 ? clock.GetUtcNow() : freshness.Check(folders, Freshness.DefaultBudget);
        var query = intent.Query with { Folders = folders };
        var found = folders.Count == 0 ? new Insight(0, 0, []) : intent.Kind switch
        {
            IntentKind.Duplicates => insight.Duplicates(query, limit, progress, cancellationToken),
            IntentKind.Versions => insight.Versions(query, limit, cancellationToken),
            IntentKind.Stale => insight.Stale(query, limit, progress, cancellationToken),
            _ => insight.Tidy(query, progress, cancellationToken),
        };
        return new Facts
        {
            Intent = intent.Kind, Count = found.Count, Bytes = found.Bytes, Folders = folders, AsOf = asOf, Corrected = intent.Corrected, Files = found.Files, Insight = found,
        };
    }

    // The best match is summed up; the others are there to choose from.
    private Facts OfText(Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken)
    {
        var found = OfFiles(intent, folders, Math.Max(limit, 1), cancellationToken);
        if (found.Files.Count == 0)
            return found;
        var text = contents.TextOf(found.Files[0], cancellationToken);
        var summary = new Summary(text.Parts);
        var sentences = summary.Best(Sentences);
        return found with { Sentences = sentences, Sections = summary.Sections(Sections, SentencesOfSection), Wordless = sentences.Count > 0 ? null : ContentReasons.Say(text.Reason == ContentReason.None ? ContentReason.NoText : text.Reason) };
    }

    private Facts OfHealth(IReadOnlyList<string> folders)
    {
        var now = health();
        return new Facts
        {
            Intent = IntentKind.Status,
            Count = now.Files,
            Bytes = now.Bytes,
            Folders = folders,
            AsOf = clock.GetUtcNow(),
            Health = now,
        };
    }
}
