using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;
using BitBuddy.Settings;

namespace BitBuddy;

/// <summary>What stays alive behind every face of Bit Buddy: the home, the index, the brain. Commands call it and hold no logic.</summary>
public sealed class BuddyHost : IAsyncDisposable
{
    // A reply that is being spoken may take longer than a removal should.
    private static readonly TimeSpan SleepWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SleepLook = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _clock;
    private readonly Lazy<FileIndex> _index;
    private readonly HealthCheck _check;
    private readonly List<MemoryDatabase> _memories = [];
    private Buddy? _lastMet;

    /// <param name="loader">Starts an engine; null where there is none, so that the rules speak.</param>
    /// <param name="engine">The engine's version, for which measurements of brains are good.</param>
    public BuddyHost(BuddyHome home, BrainLoader? loader, TimeProvider clock, string engine = "")
    {
        (Home, _clock) = (home, clock);
        Keeps = home.TryCreate();
        if (!Keeps)
            Notes.Add($"{home.Root} cannot be written: I answer from memory and nothing is kept. Set BITBUDDY_HOME to a folder of yours.");
        Config = new ConfigFile(home);
        Buddies = new BuddyRegister(home.Buddies);
        Brains = new BrainStore(home, clock, Notes);
        Choice = new BrainChoice(Config, Brains, loader is not null);
        var tunings = new TuningFile(home, engine, Notes);
        Settings = new ActiveSettings(Config, Brains, tunings, new SettingVariables());
        Tune = loader is null ? null : new BrainTune(Brains, loader, Settings, tunings, clock);
        Life = loader is null ? null : new BrainLife(Brains, loader, () => Settings.For(Choice.Brain), clock);
        Choice.Settled += () => Life?.Settle(Choice.Brain);
        Run = new RunFolder(home);
        _check = new HealthCheck(home, clock);
        _index = new Lazy<FileIndex>(OpenIndex);
    }

    public BuddyHome Home { get; }

    /// <summary>False where the home cannot be written.</summary>
    public bool Keeps { get; }

    /// <summary>What is off.</summary>
    public Notes Notes { get; } = new();
    public ConfigFile Config { get; }
    public BuddyRegister Buddies { get; }
    public BrainStore Brains { get; }
    public BrainChoice Choice { get; }

    /// <summary>Null where no engine is installed.</summary>
    public BrainLife? Life { get; }
    public RunFolder Run { get; }
    public ActiveSettings Settings { get; }

    /// <summary>Null where no engine is installed.</summary>
    public BrainTune? Tune { get; }
    public FileIndex Index => _index.Value;
    public KnownFolders Folders => field ??= new KnownFolders(Config, Index);
    private Freshness Freshness => field ??= new Freshness(Index, Scan);
    private FileScan Scan => field ??= new FileScan(Index, Home.Root);
    private IntentParser Parser => field ??= new IntentParser(_clock, Index.HasFolderNamed);
    private FactFinder Facts => field ??= new FactFinder(Index, Scan, Freshness, Health, _clock);

    /// <summary>
    /// Makes the named folders known and looks through those never looked through before. Answers with the folders a question
    /// is limited to: the named ones, else all known ones that are there. A brain chosen elsewhere meanwhile is the one from now on.
    /// </summary>
    public async Task<IReadOnlyList<string>> PrepareAsync(
        IReadOnlyList<string> named, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        await Choice.FollowAsync(cancellationToken);
        var folders = named.Select(KnownFolders.Existing).Distinct().ToList();
        folders.ForEach(folder => Folders.Add(folder));
        if (folders.Count == 0)
        {
            folders = [.. Folders.List().Where(CanAnswer)];
            TellUsual(folders);
        }

        foreach (var folder in folders.Where(folder => !Index.Knows(folder)))
            await ScanAsync(folder, progress, cancellationToken);
        return folders;
    }

    /// <summary>Looks through all known folders now; <paramref name="rebuild"/> forgets first what is known of those that are there.</summary>
    public async Task<ScanResult> ScanAllAsync(bool rebuild, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var total = ScanResult.Nothing;
        foreach (var folder in Folders.Outermost())
        {
            if (RealFolder.Problem(folder) is { } problem)
            {
                Notes.Add($"{problem.Message} What is known of it is kept.");
                continue;
            }

            if (rebuild)
                Index.Forget(folder);
            total = total.With(await ScanAsync(folder, progress, cancellationToken));
        }

        return total;
    }

    /// <summary>
    /// Forgets a folder and all that was made of its files: what the index knows, what was said, and the states of engines, which are
    /// ended first, so that none writes one afterwards.
    /// </summary>
    /// <exception cref="BuddyException">It is not known, or something of it could not be forgotten.</exception>
    public async Task RemoveFolderAsync(string folder, CancellationToken cancellationToken)
    {
        Folders.Remove(folder);
        await LetHostsSleepAsync(cancellationToken);
        var memories = Directory.Exists(Home.Buddies) ? Directory.GetDirectories(Home.Buddies).Select(path => new BuddyFolder(path)) : [];
        foreach (var buddy in memories.Where(buddy => File.Exists(buddy.MemoryPath)))
        {
            if (!new ReplyCache(MemoryOf(buddy)).Clear())
                Notes.Add($"What {buddy.Name} has said before could not be forgotten now ({buddy.MemoryPath}); remove that file yourself.");
        }

        StatesFolder.Clear(Home);
    }

    /// <summary>Changes a setting, as <see cref="ActiveSettings.Set"/>; where no states are to be kept any more, those there go.</summary>
    public async Task<SettingValue> SetAsync(string name, string text, CancellationToken cancellationToken)
    {
        var value = Settings.Set(name, text);
        if (value.Setting != SettingList.States || value.Text != "0")
            return value;
        await LetHostsSleepAsync(cancellationToken);
        StatesFolder.Clear(Home);
        return value;
    }

    // An engine writes its states when it ends.
    private async Task LetHostsSleepAsync(CancellationToken cancellationToken)
    {
        foreach (var host in Run.Live().Where(host => host.HasEngine))
            Run.AskToSleep(host);
        for (var waited = TimeSpan.Zero; Run.Live().Any(host => host.HasEngine) && waited < SleepWait; waited += SleepLook)
            await Task.Delay(SleepLook, _clock, cancellationToken);
        if (Run.Live().Any(host => host.HasEngine))
            Notes.Add("A brain is still awake and may keep what it has read; let it sleep with `bitbuddy brain sleep`, then do this again.");
    }

    private async Task<ScanResult> ScanAsync(string folder, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var result = await Scan.ScanAsync(folder, progress, cancellationToken);
        if (result.Skipped > 0)
            Notes.Add($"{Said.Count(result.Skipped, "entry", "entries")} in {folder} cannot be known: {string.Join(", ", result.Reasons)}.");
        return result;
    }

    /// <summary>After a reply: brings folders up to date for at most <paramref name="budget"/>.</summary>
    public Task CatchUpAsync(IReadOnlyList<string> folders, TimeSpan budget, CancellationToken cancellationToken) =>
        Freshness.CatchUpAsync(folders, budget, cancellationToken);

    /// <summary>The facts alone, of files whatever the words mean besides.</summary>
    public Task<Facts> FindAsync(Question question, CancellationToken cancellationToken)
    {
        var intent = Parser.Parse(question.Text);
        if (intent.Kind is not (IntentKind.Find or IntentKind.Count or IntentKind.List or IntentKind.Largest or IntentKind.Newest))
            intent = new Intent(IntentKind.Find, new FileQuery { Words = question.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) });
        return Facts.FindAsync(intent, question.Folders, question.Limit, cancellationToken);
    }

    /// <summary>The buddy of that name, or the chosen one, or the one that answers with no set-up at all.</summary>
    public Buddy Buddy(string? name)
    {
        var folder = ChosenBuddy(name);
        var who = folder is null ? new PersonalitySource(Characters.Default) : folder.Follow(_clock);
        Notes.Watch(() => who.Complaint);
        var brain = Life is null ? null : new BrainVoice(Life, new PromptBuilder(_clock), _clock);
        var voice = new Voice(brain, new Lazy<ReplyCache>(() => new ReplyCache(MemoryOf(folder))), new RulesVoice(_clock), _clock);
        return _lastMet = new Buddy(who, Parser, Facts, voice, Choice, Health, _clock);
    }

    /// <summary>A new buddy; the first one met is the one that answers from then on.</summary>
    public Personality Meet(string? name, string? character, int? seed)
    {
        if (!Keeps)
            throw new BuddyException($"{Display.Line(Home.Root)} cannot be written, so no buddy can live there; set BITBUDDY_HOME to a folder of yours.");
        var surprise = RandomPersonality.Create(seed ?? Random.Shared.Next());
        var who = character is null ? surprise : Characters.Get(character) with { Name = surprise.Name };
        who = who with { Name = name ?? who.Name };
        Buddies.Meet(who);
        Config.TryChange(old => old.Buddy is null ? old with { Buddy = who.Name } : old);
        return who;
    }

    /// <summary>The buddy's folder; null while no buddy was met.</summary>
    public BuddyFolder? ChosenBuddy(string? name) =>
        name is null && Config.Load().Buddy is { } chosen && Buddies.Find(chosen) is { } found ? found : Buddies.Choose(name);

    /// <summary>How the buddy is, from real causes.</summary>
    public Health Health()
    {
        var folders = Folders.List();
        var signs = new HealthSigns
        {
            Folders = folders.Count,
            Away = [.. folders.Where(folder => !Directory.Exists(folder)).Select(NameOf)],
            Unread = [.. folders.Where(folder => Directory.Exists(folder) && !Index.Knows(folder)).Select(NameOf)],
            IndexAsOf = Freshness.AsOf ?? Index.AsOf(),
            Brain = TroubleOf(Choice.Brain),
            HasBrain = Choice.Brain is not null,
        };
        return _check.Look(signs, Index.Totals(folders), Choice.Brain?.Name);
    }

    // A folder that is a disk itself has no name.
    private static string NameOf(string folder) => Path.GetFileName(folder) is { Length: > 0 } name ? name : folder;

    private BrainTrouble TroubleOf(KnownBrain? brain) =>
        brain is null ? Choice.Trouble
        : !File.Exists(brain.Path) ? BrainTrouble.Missing
        : Life?.State == BrainState.Failed ? BrainTrouble.Crashing
        : BrainTrouble.None;

    /// <summary>
    /// Wakes the chosen brain because the user wants it, whatever it did before, and computes ahead what is known of the next prompt.
    /// The result is a sentence when that failed.
    /// </summary>
    public async Task<string?> WakeAsync(CancellationToken cancellationToken)
    {
        if (Choice.Brain is null || Life is null)
            return Choice.WhyNone ?? "There is no engine here to wake a brain with.";
        Life.Forgive();
        try
        {
            return await (_lastMet ?? Buddy(null)).GetReadyAsync(BrainNeed.Wake, "", keepAlive: null, cancellationToken);
        }
        catch (BuddyException e)
        {
            return e.Message;
        }
    }

    /// <summary>Lists this process as a host until the result is disposed.</summary>
    public HostStay Stay() => new(Run, Life, WakeAsync, _clock);

    public async ValueTask DisposeAsync()
    {
        if (Life is not null)
            await Life.DisposeAsync();
        if (_index.IsValueCreated)
            Index.Dispose();
        _memories.ForEach(memory => memory.Dispose());
    }

    // A folder that is away says so in the mood; one that is there and was never read must say why.
    private bool CanAnswer(string folder)
    {
        if (!Directory.Exists(folder))
            return false;
        if (Index.Knows(folder) || RealFolder.Problem(folder) is not { } problem)
            return true;
        Notes.Add(problem.Message);
        return false;
    }

    private FileIndex OpenIndex()
    {
        var index = FileIndex.Open(Keeps ? Home.IndexFile : null, _clock);
        if (Keeps)
            Notes.Watch(() => index.Note);
        return index;
    }

    private MemoryDatabase MemoryOf(BuddyFolder? folder)
    {
        var path = folder?.MemoryPath ?? Path.Combine(Home.Buddies, Characters.Default.Name, "memory.db");
        Home.TryCreate(Path.GetDirectoryName(path));
        var memory = MemoryDatabase.Open(path);
        _memories.Add(memory);
        Notes.Watch(() => memory.Note);
        return memory;
    }

    private void TellUsual(List<string> folders)
    {
        if (!Folders.AreUsual || folders.Count == 0 || Config.Load().ToldAboutFolders)
            return;
        Notes.Add($"No folder was named yet, so I look at {string.Join(", ", folders)} and nothing else; `bitbuddy folders add DIR` names another.");
        Config.TryChange(old => old with { ToldAboutFolders = true });
    }
}
