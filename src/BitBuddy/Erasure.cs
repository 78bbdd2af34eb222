using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy;

/// <summary>
/// What the user removes is gone from the index, from what was said and remembered, and from the states of engines before a call
/// returns, and once begun it is not stopped half way. Engines are ended first, so that none writes a state afterwards.
/// </summary>
internal sealed class Erasure(
    BuddyHome home, ConfigFile config, RunFolder run, BrainLife? life, KnownFiles files, Func<BuddyFolder?, MemoryDatabase> memoryOf, Notes notes, TimeProvider clock)
{
    // A reply that is being spoken may take longer than a removal should.
    private static readonly TimeSpan SleepWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SleepLook = TimeSpan.FromMilliseconds(50);

    /// <summary>Forgets a known folder and all that was made of its files.</summary>
    /// <exception cref="BuddyException">It is not known, or something of it could not be forgotten.</exception>
    public async Task RemoveFolderAsync(string folder)
    {
        files.Folders.Remove(folder);
        files.Contents.Purge();
        await ForgetSaidAsync();
    }

    /// <summary>From now on only names are known of a folder's files: what was read of them, and what was made of it, is erased.</summary>
    /// <exception cref="BuddyException">There is no such folder, or it cannot be kept.</exception>
    public async Task TurnContentsOffAsync(string folder)
    {
        files.SetContents(folder, on: false);
        await LetHostsSleepAsync();
        foreach (var (buddy, memory) in MemoriesKept())
        {
            if (!memory.Replies.Clear())
                Tell(buddy);
        }

        ForgetMade();
        // A reading of another process may have had some of it in hand.
        files.Contents.Purge();
    }

    /// <summary>From now on it is as if there were no folder or file of this name, for every buddy.</summary>
    /// <exception cref="BuddyException">That would leave nothing, or it cannot be kept.</exception>
    public async Task NeverMentionAsync(string name)
    {
        name = name.Trim().Trim('/');
        var hidden = new HiddenNames([name]);
        if (!hidden.Any || Told.Problem(ToldKind.Note, "", name) is not null)
            throw new BuddyException("Say the name of one folder or file, of at most 200 characters.", ExitCode.Usage);
        var known = files.Folders.List();
        if (known.Count > 0 && known.All(hidden.Covers))
            throw new BuddyException($"All folders I know lie in “{NameText.Shown(name)}”, so I would know nothing. Remove them instead: `bitbuddy folders remove DIR`.");
        if (!config.TryChange(old => old.Hidden.Any(one => NameFold.Fold(one) == NameFold.Fold(name)) ? old : old with { Hidden = [.. old.Hidden, name] }))
            throw new BuddyException("The settings cannot be written, so nothing was changed.");
        foreach (var folder in known.Where(hidden.Covers))
            files.Index.Forget(folder);
        files.Index.Forget(hidden);
        await ForgetSaidAsync();
        // A scan of another process may have had some of it in hand.
        files.Index.Forget(hidden);
        files.Contents.Purge();
    }

    /// <summary>Takes back what <see cref="NeverMentionAsync"/> did, and looks through the folders again; false where it was not hidden.</summary>
    public async Task<bool> MentionAgainAsync(string name, CancellationToken cancellationToken)
    {
        var fold = NameFold.Fold(name.Trim().Trim('/'));
        if (!config.Load().Hidden.Any(one => NameFold.Fold(one) == fold))
            return false;
        if (!config.TryChange(old => old with { Hidden = [.. old.Hidden.Where(one => NameFold.Fold(one) != fold)] }))
            throw new BuddyException("The settings cannot be written, so nothing was changed.");
        await files.ScanAllAsync(rebuild: false, progress: null, cancellationToken);
        return true;
    }

    /// <summary>Erases something of a memory, and every reply and state that may have been made with it.</summary>
    public async Task<bool> ForgetAsync(BuddyMemory memory, Func<bool> forget)
    {
        await LetHostsSleepAsync();
        var done = forget() && memory.Replies.Clear();
        StatesFolder.Clear(home);
        return done;
    }

    /// <summary>Erases a buddy: memory, personality, folders of its own. What else lies in its folder stays, and is told of.</summary>
    public async Task ForgetBuddyAsync(BuddyFolder buddy)
    {
        await LetHostsSleepAsync();
        if (File.Exists(buddy.MemoryPath))
        {
            using var database = memoryOf(buddy);
            // The old pages are wiped first; deleting a file leaves them on the disk.
            var memory = new BuddyMemory(database, clock);
            if (!memory.ForgetAll() || !memory.Replies.Clear())
                notes.Add($"{Display.Line(buddy.MemoryPath)} could not be emptied and is only deleted.");
        }

        buddy.Delete(notes);
        files.Folders.Hand(buddy.Name, null);
        StatesFolder.Clear(home);
    }

    /// <summary>Engines write their states when they end: they are ended, here and in every host.</summary>
    public async Task LetHostsSleepAsync()
    {
        if (life is not null)
            await life.SleepAsync();
        foreach (var host in run.Live().Where(host => host.HasEngine))
            run.AskToSleep(host);
        for (var waited = TimeSpan.Zero; run.Live().Any(host => host.HasEngine) && waited < SleepWait; waited += SleepLook)
            await Task.Delay(SleepLook, clock);
        if (run.Live().Any(host => host.HasEngine))
            notes.Add("A brain is still awake and may keep what it has read; let it sleep with `bitbuddy brain sleep`, then do this again.");
    }

    // What was said or asked may name it, and a place that was told may lie in it.
    private async Task ForgetSaidAsync()
    {
        await LetHostsSleepAsync();
        var hidden = files.Folders.Hidden;
        foreach (var (buddy, memory) in MemoriesKept())
        {
            long[] gone = [.. memory.Read().Told.Where(told => IsGone(told, hidden)).Select(told => told.Id)];
            if (!memory.Replies.Clear() || !memory.ForgetAsked() || (gone.Length > 0 && memory.Forget(gone) is null))
                Tell(buddy);
        }

        if (!files.Removals.Clear())
            notes.Add($"What went could not be forgotten now ({home.RemovedFile}); remove that file yourself.");
        if (!files.Usage.Forget(files.Index.Has))
            notes.Add($"What was asked and opened could not be forgotten now ({home.UsageFile}); remove that file yourself.");
        ForgetMade();
    }

    private IEnumerable<(BuddyFolder Buddy, BuddyMemory Memory)> MemoriesKept() => !Directory.Exists(home.Buddies) ? [] : Directory.GetDirectories(home.Buddies)
        .Select(path => new BuddyFolder(path)).Where(buddy => File.Exists(buddy.MemoryPath)).Select(buddy => (buddy, new BuddyMemory(memoryOf(buddy), clock)));

    private void Tell(BuddyFolder buddy) =>
        notes.Add($"What {buddy.Name} has said before could not be forgotten now ({buddy.MemoryPath}); remove that file yourself.");

    private void ForgetMade()
    {
        if (!files.Hashes.Clear())
            notes.Add($"What files came to could not be forgotten now ({home.HashesFile}); remove that file yourself.");
        StatesFolder.Clear(home);
    }

    private bool IsGone(Told told, HiddenNames hidden) =>
        (told.Kind == ToldKind.Place && !files.Index.HasFolderNamed(told.Text.Split('/')[^1]))
        || hidden.Last.Any(name => NameFold.Fold(told.What + " " + told.Text).Contains(name, StringComparison.Ordinal));
}
