using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>Answers an intent from the index and the health check; the only place where facts come from.</summary>
public sealed class FactFinder(FileIndex index, FileScan scan, Freshness freshness, Func<Health> health, FileContents contents, TimeProvider clock)
{
    private const int NearLimit = 3;
    private const int Sentences = 5;

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
        var matches = freshness.Confirm(query, limit, index.Search(query, limit, cancellationToken), cancellationToken);
        return new Facts
        {
            Intent = intent.Kind,
            Count = matches.Count,
            Bytes = matches.Bytes,
            Folders = folders,
            AsOf = asOf,
            Corrected = intent.Corrected,
            Files = matches.Files,
            Near = matches.Count == 0 ? Freshness.Refresh(index.Near(query, NearLimit)) : [],
        };
    }

    // The best match is summed up; the others are there to choose from.
    private Facts OfText(Intent intent, IReadOnlyList<string> folders, int limit, CancellationToken cancellationToken)
    {
        var found = OfFiles(intent, folders, Math.Max(limit, 1), cancellationToken);
        if (found.Files.Count == 0)
            return found;
        var text = contents.TextOf(found.Files[0], cancellationToken);
        var sentences = Summary.Of(text.Parts, Sentences);
        return found with { Sentences = sentences, Wordless = sentences.Count > 0 ? null : ContentReasons.Say(text.Reason == ContentReason.None ? ContentReason.NoText : text.Reason) };
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
