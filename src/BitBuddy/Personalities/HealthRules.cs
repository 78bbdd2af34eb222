using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.Personalities;

/// <summary>
/// From signs to causes. A measured cause begins at one limit and ends at another, better one; between them it stays as it was, so
/// that a value near a limit does not flicker. What is simply there or not counts at once.
/// </summary>
internal sealed class HealthRules(TimeProvider clock)
{
    private static readonly TimeSpan StaleAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan FreshWithin = TimeSpan.FromHours(12);

    /// <param name="before">The measured causes that were in force.</param>
    public (IReadOnlyList<HealthCause> Causes, IReadOnlySet<HealthMark> Marks) Judge(HealthSigns signs, IReadOnlySet<HealthMark> before)
    {
        var marks = Enum.GetValues<HealthMark>().Where(mark => IsInForce(mark, signs, before.Contains(mark))).ToHashSet();
        return ([.. Measured(signs, marks), .. Plain(signs)], marks);
    }

    private bool IsInForce(HealthMark mark, HealthSigns signs, bool was) => mark switch
    {
        HealthMark.DiskCritical => signs.DiskTotal > 0 && signs.DiskFree < (was ? 300_000_000 : 200_000_000),
        HealthMark.DiskLow => signs.DiskTotal > 0 && signs.DiskFree < Low(signs.DiskTotal) * (was ? 1.25 : 1),
        HealthMark.MemoryTight => signs.FreeMemory < (was ? 300_000_000 : 150_000_000),
        // A folder that is away cannot be looked at; that is said by a cause of its own.
        _ => signs.Away.Count == 0 && clock.GetUtcNow() - signs.IndexAsOf > (was ? FreshWithin : StaleAfter),
    };

    private static double Low(long total) => Math.Min(1_000_000_000, total / 20.0);

    private IEnumerable<HealthCause> Measured(HealthSigns signs, HashSet<HealthMark> marks)
    {
        if (marks.Contains(HealthMark.DiskCritical) || marks.Contains(HealthMark.DiskLow))
        {
            yield return new(CauseKind.DiskLow, marks.Contains(HealthMark.DiskCritical) ? MoodState.Critical : MoodState.Sick,
                $"the disk is {(int)(100 - (100.0 * signs.DiskFree / signs.DiskTotal))} % full", "see what could go with `bitbuddy ask what takes the most space`");
        }

        if (marks.Contains(HealthMark.MemoryTight))
        {
            yield return new(CauseKind.MemoryTight, MoodState.Sick, "this computer's memory is nearly used up",
                signs.HasBrain ? "let my brain rest with `bitbuddy brain sleep`" : "close a program that you do not need");
        }

        if (marks.Contains(HealthMark.IndexStale))
        {
            yield return new(CauseKind.IndexStale, MoodState.Confused,
                $"my last full look at your folders was {AsOf.On(signs.IndexAsOf!.Value, clock)}", "run `bitbuddy index`");
        }
    }

    private static IEnumerable<HealthCause> Plain(HealthSigns signs)
    {
        if (OfBrain(signs.Brain) is { } brain)
            yield return brain;
        if (signs.Stopped is { } stopped)
            yield return new(CauseKind.DownloadStopped, MoodState.Confused, $"the download of {SpokenList.Quoted(stopped)} stopped half way", "go on with `bitbuddy brain pull ID`, or give it up with `bitbuddy brain rm ID`");
        if (signs.Away.Count > 0)
            yield return new(CauseKind.FolderAway, MoodState.Sick, $"the {Folders(signs.Away)} not there now", "bring the disk back, or run `bitbuddy folders remove DIR`");
        if (signs.Unread.Count > 0)
            yield return new(CauseKind.FolderUnread, MoodState.Confused, $"the {Folders(signs.Unread)} not read to the end yet", "run `bitbuddy index`");
        if (signs.Folders == 0)
            yield return new(CauseKind.NoFolder, MoodState.Confused, "I know no folder yet", "add one with `bitbuddy folders add DIR`");
    }

    private static HealthCause? OfBrain(BrainTrouble trouble) => trouble switch
    {
        BrainTrouble.NoEngine => new(CauseKind.EngineMissing, MoodState.Sick, "the engine for my brain is not installed", "see what is missing with `bitbuddy doctor`"),
        BrainTrouble.Missing => new(CauseKind.BrainMissing, MoodState.Sick, "my brain's file is gone", "choose another with `bitbuddy brain use ID`"),
        BrainTrouble.Damaged => new(CauseKind.BrainDamaged, MoodState.Sick, "my brain cannot be used", "bring in a sound one with `bitbuddy brain import FILE`"),
        BrainTrouble.Crashing => new(CauseKind.BrainCrashing, MoodState.Sick, "my brain keeps stopping", "try it again with `bitbuddy brain wake`"),
        _ => null,
    };

    // "folder “Photos” is", "folders “Photos” and “Music” are", "folder “Photos” and others are"
    private static string Folders(IReadOnlyList<string> names) => names.Count switch
    {
        1 => $"folder {SpokenList.Quoted(names[0])} is",
        2 => $"folders {SpokenList.Quoted(names[0])} and {SpokenList.Quoted(names[1])} are",
        _ => $"folder {SpokenList.Quoted(names[0])} and others are",
    };
}
