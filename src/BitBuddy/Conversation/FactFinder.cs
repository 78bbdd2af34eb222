using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>Answers an intent from the index and the health check; the only place where facts come from.</summary>
public sealed class FactFinder(FileIndex index, FileScan scan, Freshness freshness, Func<Health> health, TimeProvider clock)
{
    private const int NearLimit = 3;

    /// <summary>The facts, limited to <paramref name="folders"/>, listing at most <paramref name="limit"/> files.</summary>
    public async Task<Facts> FindAsync(Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return Find(intent, folders, limit, cancellationToken);
        }
        catch (IndexRebuiltException)
        {
            // The index was damaged and is empty now: it is filled, then asked again.
            foreach (var folder in folders)
                await scan.ScanAsync(folder, progress: null, cancellationToken);
            return Find(intent, folders, limit, cancellationToken);
        }
    }

    private Facts Find(Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken) => intent.Kind switch
    {
        IntentKind.Find or IntentKind.Count or IntentKind.List or IntentKind.Largest or IntentKind.Newest =>
            OfFiles(intent, folders, limit, cancellationToken),
        IntentKind.Status => OfHealth(folders),
        _ => new Facts { Intent = intent.Kind, Folders = folders, AsOf = clock.GetUtcNow(), Corrected = intent.Corrected },
    };

    private Facts OfFiles(Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken)
    {
        if (folders.Count == 0)
            return new Facts { Intent = intent.Kind, Count = 0, Bytes = 0, AsOf = clock.GetUtcNow(), Corrected = intent.Corrected };
        var asOf = freshness.Check(folders, Freshness.DefaultBudget);
        var query = intent.Query with { Folders = folders };
        var matches = Ask(query);
        foreach (var other in matches.Count > 0 ? [] : new OtherWays(index, query).All())
        {
            if (Ask(other.Query) is not { Count: > 0 } found)
                continue;
            return Of(found) with
            {
                Corrected = other.Corrected is null ? intent.Corrected : intent.Corrected is null ? other.Corrected : $"{intent.Corrected}, {other.Corrected}",
                Instead = other.Query with { Folders = intent.Query.Folders },
                IsMentioned = other.IsMentioned,
            };
        }

        return Of(matches) with { Near = matches.Count == 0 ? Freshness.Refresh(index.Near(query, NearLimit)) : [] };

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
        };
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
