using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy;

/// <summary>The question which brain to take, and what its answers stand for.</summary>
internal sealed class BrainStep
{
    private const string FileId = "file";

    private readonly Dictionary<string, FoundBrain> _found = [];
    private readonly Dictionary<string, BrainAdvice> _advised = [];

    private BrainStep(string text, IReadOnlyList<FirstRunOption> options, string @default) =>
        Question = new FirstRunQuestion("brain", text, options, options.First(option => option.Id == @default));

    public FirstRunQuestion Question { get; }

    /// <summary>Going without a brain was chosen.</summary>
    public bool IsNone => Question.Answer == BrainChoice.None;

    /// <summary>The small brain that the app carries was chosen.</summary>
    public bool IsSeed => Question.Answer == EmbeddedBrain.Seed;

    /// <summary>A file of the user's own was chosen, that is still to be named.</summary>
    public bool IsFile => Question.Answer == FileId;

    /// <summary>The copy that was chosen, where one was.</summary>
    public FoundBrain? Found => _found.GetValueOrDefault(Question.Answer!);

    /// <summary>The brain to fetch that was chosen, where one was.</summary>
    public CatalogueBrain? Listed => _advised.GetValueOrDefault(Question.Answer!)?.Brain;

    /// <param name="found">Copies on this machine: offered first, the recommended one before all.</param>
    /// <param name="wanted">A brain whose download was begun; going on with it is what Enter does.</param>
    /// <param name="hasSeed">The app carries a small brain: it is taken where nothing was begun, for it is here and can be changed at any time.</param>
    public static BrainStep Of(Catalogue catalogue, BrainAdvices advices, IReadOnlyList<FoundBrain> found, CatalogueBrain? wanted, long wantedHere, bool hasSeed = false)
    {
        var options = new List<FirstRunOption>();
        var (copies, advised) = (new Dictionary<string, FoundBrain>(), new Dictionary<string, BrainAdvice>());
        if (wanted is not null)
        {
            advised[wanted.Id] = advices.Of(wanted);
            options.Add(new(wanted.Id, $"go on with {wanted.Name}", $"{Said.Size(wantedHere)} of {Said.Size(wanted.Bytes)} are here"));
        }

        if (hasSeed)
            options.Add(new(EmbeddedBrain.Seed, "seed: the small brain I bring along", "no download; it words what I find and makes small talk, but cannot reason about texts and knows nothing of the world"));
        foreach (var copy in Sorted(found, advices))
        {
            var id = $"here-{copies.Count + 1}";
            copies[id] = copy;
            options.Add(new(id, $"{copy.Of?.Name ?? copy.Name}, on this machine already", $"{Said.Size(copy.Bytes)} in {copy.App}, no download{(copy.Of is { } listed && !advices.Of(listed).Runs ? $"; {advices.Of(listed).Because}" : "")}"));
        }

        foreach (var tier in catalogue.Tiers.Where(tier => catalogue.Of(tier).Any()))
        {
            if (advices.OfTier(tier) is not { } advice)
            {
                options.Add(new(tier.Id, $"{tier.Id}: not for this machine now", advices.All.FirstOrDefault(other => other.Brain.Tier == tier)?.Because));
                continue;
            }

            advised[tier.Id] = advice;
            options.Add(new(tier.Id, $"{tier.Id}: {advice.Brain.Name}, {Said.Size(advice.Brain.Bytes)}{(advice.Fit == BrainFit.Slow ? ", slow here" : "")}", $"{advice.Brain.GoodFor}; {advice.Because}; {advice.Brain.Licence}"));
        }

        options.Add(new(BrainChoice.None, "none: I answer by rules", "facts are the same; a brain adds the voice, and can come later"));
        options.Add(new(FileId, "use a file I have", "a GGUF file, used where it lies"));

        // A copy that is here and runs costs nothing.
        var best = wanted?.Id ?? (hasSeed ? EmbeddedBrain.Seed : null) ?? copies.FirstOrDefault(pair => pair.Value.Of is { } listed && advices.Of(listed).Fit == BrainFit.Fits).Key
            ?? advices.Recommended?.Brain.Tier.Id ?? BrainChoice.None;
        var step = new BrainStep($"Which brain shall I think with? {advices.Reason}", options, best);
        foreach (var (id, copy) in copies)
            step._found.Add(id, copy);
        foreach (var (id, advice) in advised)
            step._advised.Add(id, advice);
        return step;
    }

    /// <summary>A tier that nothing fits was chosen.</summary>
    public bool IsUnfit => !IsNone && !IsSeed && !IsFile && Found is null && Listed is null;

    private static IEnumerable<FoundBrain> Sorted(IReadOnlyList<FoundBrain> found, BrainAdvices advices) => found
        .OrderByDescending(copy => copy.Of is not null && copy.Of.Id == advices.Recommended?.Brain.Id)
        .ThenByDescending(copy => copy.Of is { } listed && advices.Of(listed).Fit == BrainFit.Fits)
        .ThenByDescending(copy => copy.Of is not null)
        .ThenBy(copy => copy.Bytes);
}
