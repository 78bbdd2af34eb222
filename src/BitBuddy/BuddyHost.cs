using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Opening;
using BitBuddy.Files.Contents;
using BitBuddy.Files.Contents.Readers;
using BitBuddy.Personalities;
using BitBuddy.Settings;

namespace BitBuddy;

/// <summary>What stays alive behind every face of Bit Buddy: the home, the index, the brain. Commands call it and hold no logic.</summary>
public sealed class BuddyHost : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly HealthLook _health;
    private readonly OpenMemories _memories;
    private Buddy? _lastMet;
    private ContentsFollowing? _following;

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
        Catalogue = new CatalogueFile(home);
        Finder = new BrainFinder(Brains, Catalogue, EmbeddedBrain.SeedPath);
        Choice = new BrainChoice(Config, Finder, loader is not null, EmbeddedBrain.Path);
        var tunings = new TuningFile(home, engine, Notes);
        Settings = new ActiveSettings(Config, Brains, tunings, new SettingVariables());
        Adviser = new MachineAdviser(home, Brains, Catalogue, tunings, Settings, clock);
        Scanner = new BrainScan(Brains, Catalogue);
        Tune = loader is null ? null : new BrainTune(Brains, loader, Settings, tunings, clock);
        Life = loader is null ? null : new BrainLife(Brains, loader, () => Settings.For(Choice.Brain), clock);
        Choice.Settled += () => Life?.Settle(Choice.Brain);
        Run = new RunFolder(home);
        Puller = new BrainPuller(home, Brains, HubSettings.FromEnvironment, clock);
        Files = new KnownFiles(home, Keeps, Config, Notes, clock);
        _memories = new OpenMemories(home, Notes);
        _health = new HealthLook(home, Files, Choice, Life, Puller, clock);
    }

    public BuddyHome Home { get; }

    /// <summary>False where the home cannot be written.</summary>
    public bool Keeps { get; }

    /// <summary>What is off.</summary>
    public Notes Notes { get; } = new();
    public ConfigFile Config { get; }
    public BuddyRegister Buddies { get; }
    public BrainStore Brains { get; }
    public CatalogueFile Catalogue { get; }
    public BrainFinder Finder { get; }
    public BrainChoice Choice { get; }
    public MachineAdviser Adviser { get; }
    public BrainScan Scanner { get; }

    public BrainPuller Puller { get; }

    /// <summary>Null where no engine is installed.</summary>
    public BrainLife? Life { get; }
    public RunFolder Run { get; }
    public ActiveSettings Settings { get; }

    /// <summary>Null where no engine is installed.</summary>
    public BrainTune? Tune { get; }
    /// <summary>Makes brains smaller; null where no engine is installed.</summary>
    public BrainShrink? Shrink => field ??= Tune is null || Shrinker is null ? null : new BrainShrink(Home, Brains, Tune, Shrinker, Notes);

    /// <summary>What shrinks a brain's weights; null where there is no engine.</summary>
    public BrainShrinker? Shrinker { get; init; }

    public BrainLicences Licences => field ??= new BrainLicences(Config);
    public BrainUpgrade Upgrade => field ??= new BrainUpgrade(Config, Choice, Finder, Brains, Adviser, Puller, Tune);

    /// <summary>The files that are known.</summary>
    public KnownFiles Files { get; }

    /// <inheritdoc cref="KnownFiles.Index"/>
    public FileIndex Index => Files.Index;

    /// <inheritdoc cref="KnownFiles.Folders"/>
    public KnownFolders Folders => Files.Folders;

    /// <summary>The process that reads files which are no plain text; null where there is none.</summary>
    public ReaderStart? Reader
    {
        get => Files.Reader;
        init => Files.Reader = value;
    }

    /// <inheritdoc cref="KnownFiles.Contents"/>
    public FileContents Contents => Files.Contents;

    private IntentParser Parser => field ??= new IntentParser(_clock, Index.HasFolderNamed);
    private FactFinder Facts => field ??= new FactFinder(Files, () => Health(), _clock);
    private Erasure Erasure => field ??= new Erasure(Home, Config, Run, Life, Files, _memories.Of, Notes, _clock);

    /// <summary>As <see cref="KnownFiles.PrepareAsync"/>. A brain chosen elsewhere meanwhile is the one from now on.</summary>
    public async Task<IReadOnlyList<string>> PrepareAsync(
        IReadOnlyList<string> named, IProgress<ScanProgress>? progress, CancellationToken cancellationToken, string? buddy = null)
    {
        await Choice.FollowAsync(cancellationToken);
        return await Files.PrepareAsync(named, progress, cancellationToken, buddy);
    }

    /// <inheritdoc cref="KnownFiles.ScanAllAsync"/>
    public Task<ScanResult> ScanAllAsync(bool rebuild, IProgress<ScanProgress>? progress, CancellationToken cancellationToken) =>
        Files.ScanAllAsync(rebuild, progress, cancellationToken);

    /// <inheritdoc cref="Freshness.CatchUpAsync"/>
    public Task CatchUpAsync(IReadOnlyList<string> folders, TimeSpan budget, CancellationToken cancellationToken) =>
        Files.Freshness.CatchUpAsync(folders, budget, cancellationToken);

    /// <inheritdoc cref="HealthLook.Of"/>
    public Health Health(string? buddy = null) => _health.Of(buddy);

    /// <inheritdoc cref="Erasure.RemoveFolderAsync"/>
    public Task RemoveFolderAsync(string folder) => Erasure.RemoveFolderAsync(folder);

    /// <summary>Whether what stands in a folder's files may be known; turned off, it is erased with all that was made of it.</summary>
    /// <exception cref="BuddyException">There is no such folder, or it cannot be kept.</exception>
    public async Task SetContentsAsync(string folder, bool on)
    {
        if (on)
            Files.SetContents(folder, on: true);
        else
            await Erasure.TurnContentsOffAsync(folder);
    }

    /// <inheritdoc cref="Erasure.MentionAgainAsync"/>
    public Task<bool> MentionAgainAsync(string name, CancellationToken cancellationToken) => Erasure.MentionAgainAsync(name, cancellationToken);

    /// <summary>The buddies met here, and what is done with them.</summary>
    public BuddyCare Care => field ??= new BuddyCare(Home, Buddies, Folders, Config, Erasure, _memories.Of, _clock);

    /// <summary>What the buddies remember.</summary>
    public BuddyMemories Memories => field ??= new BuddyMemories(Erasure, _memories.Of, () => Config.Load().Hidden, _clock);

    /// <summary>Changes a setting, as <see cref="ActiveSettings.Set"/>; where no states are to be kept any more, those there go.</summary>
    public async Task<SettingValue> SetAsync(string name, string text)
    {
        var value = Settings.Set(name, text);
        if (value.Setting != SettingList.States || value.Text != "0")
            return value;
        await Erasure.LetHostsSleepAsync();
        StatesFolder.Clear(Home);
        return value;
    }

    /// <summary>Forgets a brain, and deletes its file where it is ours; awake anywhere, it is let asleep first. True when it was the chosen one.</summary>
    public async Task<bool> RemoveBrainAsync(KnownBrain brain, CancellationToken cancellationToken)
    {
        if (Run.Live().Any(host => host.HasEngine && host.Brain == brain.Name))
            await Erasure.LetHostsSleepAsync();
        Brains.Remove(brain);
        // Another file with the same bytes can still think.
        if (Config.Load().Brain != brain.Sha256 || Brains.List().Any(known => known.Sha256 == brain.Sha256))
            return false;
        Config.TryChange(old => old.Brain == brain.Sha256 ? old with { Brain = null } : old);
        return true;
    }

    /// <inheritdoc cref="FileOpener.OpenAsync"/>
    public Task<OpenedFile> OpenAsync(OpenWish wish, CancellationToken cancellationToken) =>
        new FileOpener(Index, Files.Usage, new Desktop(_clock)).OpenAsync(wish.Number, wish.Reveals, cancellationToken);

    /// <summary>The facts alone, of files whatever the words mean besides.</summary>
    public async Task<Facts> FindAsync(Question question, CancellationToken cancellationToken)
    {
        var intent = Parser.Parse(question.Text);
        if (intent.Kind is not (IntentKind.Find or IntentKind.Count or IntentKind.List or IntentKind.Largest or IntentKind.Newest
            or IntentKind.Duplicates or IntentKind.Versions or IntentKind.Stale or IntentKind.Tidy))
            intent = new Intent(IntentKind.Find, new FileQuery { Words = question.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) });
        var facts = await Facts.FindAsync(intent, question.Folders, question.Limit, cancellationToken, question.Progress);
        var hidden = Remembered.Nothing with { Hidden = Config.Load().Hidden };
        Files.Usage.NoteAnswer(intent, facts, keepsWords: !hidden.SpeaksOfHidden(question.Text));
        return facts;
    }

    /// <summary>The buddy of that name, or the chosen one, or the one that answers with no set-up at all.</summary>
    public Buddy Buddy(string? name)
    {
        var folder = ChosenBuddy(name);
        TellTwins(name, folder);
        var who = folder is null ? new PersonalitySource(Characters.Default) : folder.Follow(_clock);
        Notes.Watch(() => who.Complaint);
        var rules = new RulesVoice(_clock);
        var brain = Life is null ? null : new BrainVoice(Life, new PromptBuilder(_clock), new SlotVoice(rules, _clock, Random.Shared), _clock);
        var memory = new BuddyMemory(_memories.Of(folder), _clock);
        var memories = new Memories(memory, new SayingReader(Index.HasFolderNamed), Erasure, () => Config.Load().Hidden);
        var voice = new Voice(brain, memory.Replies, rules, _clock);
        Health Look() => Health(folder?.Name);
        var facts = new FactFinder(Files, Look, _clock);
        return _lastMet = new Buddy(who, Parser, facts, voice, memories, Files.Usage, Choice, Look, _clock);
    }

    /// <summary>A new buddy; the first one met is the one that answers from then on.</summary>
    /// <param name="folders">Folders of its own.</param>
    public Personality Meet(string? name, string? character, int? seed, IReadOnlyList<string>? folders = null)
    {
        if (!Keeps)
            throw new BuddyException($"{Display.Line(Home.Root)} cannot be written, so no buddy can live there; set BITBUDDY_HOME to a folder of yours.");
        var number = seed ?? Random.Shared.Next();
        var who = character is null ? RandomPersonality.Create(number) : Characters.Get(character);
        who = who with { Name = name ?? (character is null ? who.Name : RandomPersonality.NameFor(who.Character!, number)) };
        var own = (folders ?? []).Select(KnownFolders.Existing).ToList();
        Buddies.Meet(who);
        PersonalitySchema.Write(Home);
        own.ForEach(folder => Folders.Give(who.Name, folder));
        Config.TryChange(old => old.Buddy is null ? old with { Buddy = who.Name } : old);
        return who;
    }

    /// <summary>The buddy's folder; null while no buddy was met.</summary>
    public BuddyFolder? ChosenBuddy(string? name) =>
        name is null && Config.Load().Buddy is { } chosen && Buddies.Find(chosen) is { } found ? found : Buddies.Choose(name);

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

    /// <summary>Lists this process as a host until the result is disposed; meanwhile, and until this is disposed, contents are read.</summary>
    public HostStay Stay()
    {
        _following ??= Keeps ? new ContentsFollowing(Contents, () => (Files.Index.State(), string.Join('\n', Config.Load().ContentsOff)), _clock) : null;
        return new(Run, Life, WakeAsync, Files.Keep(), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        if (_following is not null)
            await _following.DisposeAsync();
        if (Life is not null)
            await Life.DisposeAsync();
        Files.Dispose();
        _memories.Dispose();
    }

    private void TellTwins(string? name, BuddyFolder? folder)
    {
        var twins = folder is null || folder.Name == name ? [] : Buddies.List().Where(other => other.Name != folder.Name && other.Name.Equals(folder.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (twins.Count > 0)
            Notes.Add($"{folder!.Name} answers; {string.Join(" and ", twins.Select(twin => twin.Name))} differs only in capitals. `bitbuddy buddy rename` tells them apart.");
    }
}
