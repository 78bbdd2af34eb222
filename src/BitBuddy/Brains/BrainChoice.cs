namespace BitBuddy.Brains;

/// <summary>Which brain answers. A brain that cannot be used never fails a question: the rules speak, and <see cref="WhyNone"/> says why.</summary>
public sealed class BrainChoice(ConfigFile config, BrainFinder brains, bool hasEngine, string? embedded = null)
{
    /// <summary>The choice to go without a brain.</summary>
    public const string None = "none";

    private const string NotChosen = "No brain is chosen yet; `bitbuddy brain pull tiny` or `bitbuddy brain import FILE.gguf` gives me one.";

    private bool _isFollowed;
    private string? _followed;

    /// <summary>The brain for the coming questions; null when the rules speak.</summary>
    public KnownBrain? Brain { get; private set; }

    /// <summary>A sentence: why there is no brain for the coming questions.</summary>
    public string? WhyNone { get; private set; } = NotChosen;

    /// <summary>True when a brain was chosen and cannot be used.</summary>
    public bool IsBroken => Trouble != BrainTrouble.None;

    /// <summary>What is wrong with the brain that was chosen.</summary>
    public BrainTrouble Trouble { get; private set; }

    /// <summary>The brain that lies beside the executable, used while nothing was chosen; null where there is none.</summary>
    public string? Embedded => embedded is not null && File.Exists(embedded) ? embedded : null;

    /// <summary>The brain that is used while nothing was chosen; null where the app carries none.</summary>
    public string? Carried => Embedded ?? brains.Seed;

    /// <summary>True for the brain that answers while none is named for a time.</summary>
    public bool IsInUse(KnownBrain brain) => config.Load().Brain switch
    {
        null => brain.Path == Carried,
        EmbeddedBrain.Seed => brain.Path == brains.Seed,
        var chosen => brain.Sha256 == chosen,
    };

    /// <summary>Raised when it is settled which brain answers.</summary>
    public event Action? Settled;

    /// <summary>Settles which brain answers: <paramref name="id"/> for this time, else the one chosen for good.</summary>
    public async Task SettleAsync(string? id, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var chosen = config.Load().Brain;
        var wanted = id ?? chosen ?? Carried;
        (_isFollowed, _followed) = (id is null, chosen);
        (Brain, Trouble) = (null, BrainTrouble.None);
        if (wanted is null)
            WhyNone = NotChosen;
        else if (wanted == None)
            WhyNone = "I was told to answer without a brain.";
        else if (hasEngine)
            await ResolveAsync(wanted, progress, cancellationToken);
        else
            (WhyNone, Trouble) = ("The engine's libraries are not installed, so no brain can run; see `bitbuddy doctor`.", BrainTrouble.NoEngine);
        Settled?.Invoke();
    }

    /// <summary>Settles anew where the choice was changed for good since, by whichever process.</summary>
    public Task FollowAsync(CancellationToken cancellationToken) => _isFollowed && config.Load().Brain != _followed
        ? SettleAsync(null, progress: null, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Chooses a brain for good, or <see cref="None"/> (then null).</summary>
    public async Task<KnownBrain?> UseAsync(string id, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var brain = id == None ? null : await brains.ResolveAsync(id, progress, cancellationToken);
        if (!config.TryChange(old => old with { Brain = id == EmbeddedBrain.Seed ? id : brain?.Sha256 ?? None }))
            throw new BuddyException("The settings cannot be written, so the choice is not kept; use --brain with each question.");
        return brain;
    }

    /// <summary>Chooses a freshly imported brain when nothing was chosen before; true when it is the one in use now.</summary>
    public bool UseIfFirst(KnownBrain brain)
    {
        config.TryChange(old => old.Brain is null or EmbeddedBrain.Seed ? old with { Brain = brain.Sha256 } : old);
        return config.Load().Brain == brain.Sha256;
    }

    private async Task ResolveAsync(string wanted, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            Brain = await brains.ResolveAsync(wanted, progress, cancellationToken);
            WhyNone = null;
        }
        catch (BuddyException e)
        {
            (WhyNone, Trouble) = (e.Message, e.ExitCode == ExitCode.NotFound ? BrainTrouble.Missing : BrainTrouble.Damaged);
        }
    }
}
