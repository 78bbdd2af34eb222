using System.Threading.Channels;
using BitBuddy.Files.Contents.Readers;
using BitBuddy.Platform;

namespace BitBuddy.Files.Contents;

/// <summary>
/// What stands in the known files. They are read after their names are known, the newest first; stopped or killed, the next reading
/// goes on where this one was. Any thread may call. Every member throws <see cref="BuddyException"/> when another process holds the
/// contents for long or the disk is full.
/// </summary>
/// <param name="index">The path of the index; null where it is in memory only, and then no contents are kept.</param>
/// <param name="off">Folders whose contents are not to be known.</param>
/// <param name="reader">The process for all but plain text; null where there is none.</param>
public sealed class FileContents(string? index, Func<IReadOnlyList<string>> off, ReaderStart? reader, TimeProvider clock)
{
    private const int Batch = 2000;
    private const int AtOnce = 64;
    private const int Queue = 16;
    private const long CharactersAtOnce = 4_000_000;
    private static readonly TimeSpan SaveAtLeast = TimeSpan.FromSeconds(1);

    /// <summary>Reads what is waiting; nothing, where another process is at it.</summary>
    public Task<ContentsResult> ReadAsync(IProgress<ContentsProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => ReadAllAsync(progress, cancellationToken), CancellationToken.None);

    /// <summary>The known files that still have to be read.</summary>
    internal FileRow[] Waiting(CancellationToken cancellationToken) =>
        index is null ? [] : Use(database => new ContentsSource(database).Waiting(off(), cancellationToken));

    /// <summary>What could not be read, or not to its end, by path.</summary>
    public IReadOnlyList<ContentProblem> Problems() => index is null ? [] : Use(database =>
    {
        var source = new ContentsSource(database);
        return source.Troubled().Select(one => new ContentProblem(PathText.Show(source.PathOf(one.Uid) ?? []), one.State, one.Reason))
            .OrderBy(problem => problem.Path, StringComparer.Ordinal).ToList();
    });

    /// <summary>Erases what is known of files that are no known files any more, or lie where contents are off; nothing of it is left in the file.</summary>
    public void Purge()
    {
        if (index is null || !File.Exists(ContentsDatabase.PathFor(index)))
            return;
        Use(database =>
        {
            new ContentsTable(database, clock).Purge(new ContentsSource(database), Off());
            return true;
        });
    }

    /// <summary>Files that failed are tried again by the next reading.</summary>
    public void Retry()
    {
        if (index is not null)
            Use(database => database.Sql($"DELETE FROM docs WHERE state = {(int)ContentState.Failed}").With().Run());
    }

    /// <summary>The text of a file as it is now: what is kept of it, else it is read at once.</summary>
    internal DocContents TextOf(FileEntry file, CancellationToken cancellationToken)
    {
        var path = file.PathBytes ?? PathText.Bytes(file.Path);
        if (LiesIn(path, Off()))
            return DocContents.Without(ContentReason.TurnedOff);
        if (index is not null && Use(database => new ContentsTable(database, clock).Find(file)) is { } kept)
            return kept;
        using var once = new ContentReader(reader, clock);
        return once.Read(path, cancellationToken)?.Contents ?? DocContents.Without(ContentReason.Unreadable);
    }

    /// <summary>The whole text that is kept of a file as it is now; null where it was not read, or not to its end.</summary>
    internal string? KeptText(FileEntry file)
    {
        if (index is null || !File.Exists(ContentsDatabase.PathFor(index)))
            return null;
        try
        {
            var kept = Use(database => new ContentsTable(database, clock).Find(file));
            return kept is { State: ContentState.Read } ? string.Concat(kept.Parts.Select(part => part.Text)) : null;
        }
        catch (BuddyException)
        {
            // Held by another process: what it would add to an answer is left out.
            return null;
        }
    }

    private async Task<ContentsResult> ReadAllAsync(IProgress<ContentsProgress>? progress, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var tally = new ContentsTally();
        using var turn = index is null ? null : FileLock.TryTake(ContentsDatabase.PathFor(index));
        if (turn is null)
            return tally.Result(TimeSpan.Zero) with { IsElsewhere = index is not null };
        var waiting = Waiting(cancellationToken);
        var listing = clock.GetElapsedTime(begun);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var read = Channel.CreateBounded<ReadFile>(new BoundedChannelOptions(Queue) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadFilesAsync(waiting, read.Writer, stop.Token), CancellationToken.None);
        try
        {
            await SaveAsync(read.Reader, tally, waiting.Length, progress, cancellationToken);
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return tally.Result(clock.GetElapsedTime(begun)) with { Listing = listing };
    }

    private async Task ReadFilesAsync(FileRow[] waiting, ChannelWriter<ReadFile> read, CancellationToken cancellationToken)
    {
        try
        {
            using var files = new ContentReader(reader, clock);
            foreach (var batch in waiting.Chunk(Batch))
            {
                var closed = Off();
                foreach (var file in Use(database => Find(database, batch)).Where(file => !LiesIn(file.Path, closed)))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (Read(files, file, cancellationToken) is { } one)
                        await read.WriteAsync(one, cancellationToken);
                }
            }

            read.Complete();
        }
        catch (Exception e)
        {
            read.Complete(e);
        }
    }

    private static List<WaitingFile> Find(ContentsDatabase database, FileRow[] rows)
    {
        var source = new ContentsSource(database);
        return [.. rows.Select(source.Find).OfType<WaitingFile>()];
    }

    // Null: it is gone, was changed meanwhile, or needs a reader that is not here. It waits for the next time.
    private static ReadFile? Read(ContentReader files, WaitingFile file, CancellationToken cancellationToken)
    {
        if (files.Read(file.Path, cancellationToken) is not var (contents, stat))
            return null;
        var now = FileStat.Of(file.Path, out var after);
        if (contents.Reason == ContentReason.Unreadable)
            return now == ReadOutcome.Missing ? null : new ReadFile(file.Row, file.Path, file.Bytes, file.ModifiedNs, contents);
        return now == ReadOutcome.Ok && after.ModifiedNs == stat.ModifiedNs && after.Bytes == stat.Bytes
            ? new ReadFile(file.Row, file.Path, stat.Bytes, stat.ModifiedNs, contents)
            : null;
    }

    private async Task SaveAsync(ChannelReader<ReadFile> read, ContentsTally tally, int waiting, IProgress<ContentsProgress>? progress, CancellationToken cancellationToken)
    {
        var (batch, characters, begun) = (new List<ReadFile>(), 0L, clock.GetTimestamp());
        try
        {
            while (await read.WaitToReadAsync(cancellationToken))
            {
                while (read.TryRead(out var file))
                {
                    batch.Add(file);
                    characters += file.Contents.Parts.Sum(part => part.Text.Length);
                    progress?.Report(new(tally.Files + batch.Count, Math.Max(0, waiting - tally.Files - batch.Count), PathText.Show(file.Path)));
                    if (batch.Count >= AtOnce || characters >= CharactersAtOnce || clock.GetElapsedTime(begun) >= SaveAtLeast)
                        Flush();
                }
            }
        }
        finally
        {
            // What was read is kept, also where it was stopped.
            Flush();
        }

        void Flush()
        {
            if (batch.Count == 0)
                return;
            Use(database =>
            {
                new ContentsTable(database, clock).Save(batch, new ContentsSource(database), Off);
                return true;
            });
            batch.ForEach(tally.Add);
            batch.Clear();
            (characters, begun) = (0, clock.GetTimestamp());
        }
    }

    private byte[][] Off() => [.. off().Select(folder => PathText.Bytes(PathText.Absolute(folder)))];

    internal static bool LiesIn(byte[] path, byte[][] folders) => Array.Exists(folders, folder => PathText.IsInside(path, folder));

    private T Use<T>(Func<ContentsDatabase, T> work) => ContentsDatabase.Use(index!, work);
}
