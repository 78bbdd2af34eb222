using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What the facts support: counts, sizes, dates of the answer and of each listed file (its row).</summary>
internal sealed class FactSheet
{
    /// <summary>What is said of a size behind it: "in all", "in total".</summary>
    public const string Sum = "in all";

    private readonly Facts facts;
    private readonly DateTime[] modified;
    private readonly DateTime asOf;

    public FactSheet(Facts facts, TimeProvider clock)
    {
        this.facts = facts;
        Calendar = new LocalCalendar(clock);
        modified = [.. facts.Files.Select(file => TimeZoneInfo.ConvertTime(file.Modified, clock.LocalTimeZone).DateTime)];
        asOf = TimeZoneInfo.ConvertTime(facts.AsOf, clock.LocalTimeZone).DateTime;
    }

    public LocalCalendar Calendar { get; }
    public IReadOnlyList<FileEntry> Files => facts.Files;

    /// <summary>Its dates are those of changes alone, and tell nothing of the last use.</summary>
    public bool IsOfChanges => IsAboutFiles && facts.Intent != IntentKind.Stale;
    public bool IsAboutFiles => facts.Count is not null;
    public bool ListsAll => facts.Files.Count == facts.Count;
    public long? Count => facts.Count ?? facts.Health?.Files;

    /// <summary>The number of matches, or of the files listed.</summary>
    public bool IsCount(long number, bool ofAll)
    {
        if (number == facts.Count || number == facts.Health?.Files)
            return true;
        if (facts.Insight is { } insight && (insight.Changes is { } changes && (number == changes.Added || number == changes.Changed)
            || (facts.Intent == IntentKind.Tidy && insight.Groups.Any(group => group.Count == number))))
            return true;
        return !ofAll && facts.Files.Count > 0 && number == facts.Files.Count;
    }

    /// <summary>Sets, copies, versions: true where there are so many of them; null where the facts are not in groups or the word means another thing.</summary>
    public bool? IsOfGroups(long number, string noun) => facts.Insight is not { GroupCount: { } groups } insight ? null : noun switch
    {
        "set" or "sets" or "group" or "groups" => number == groups,
        "copy" or "copies" or "duplicate" or "duplicates" when facts.Intent == IntentKind.Duplicates => number == facts.Count - groups,
        "copy" or "copies" or "duplicate" or "duplicates" => insight.Groups.Any(group => group.What == GroupKind.Duplicates && group.Count == number),
        "version" or "versions" => (facts.Intent == IntentKind.Versions && number == facts.Count) || insight.Groups.Any(group => group.What is GroupKind.Versions or GroupKind.OldVersions && group.Count == number),
        "outdated" => insight.Groups.Any(group => group.What == GroupKind.OldVersions && group.Count == number),
        "downloaded" => insight.Groups.Any(group => group.What == GroupKind.Downloads && group.Count == number),
        _ => null,
    };

    private bool IsOfGroups(Func<long?, bool> isSize) =>
        facts.Insight is { } insight && (isSize(insight.Wasted) || insight.Groups.Any(group => isSize(group.Bytes) || isSize(group.Wasted)));

    public bool IsFolderCount(long number) =>
        facts.Health is { } health ? number == health.Folders : facts.Folders.Count > 0 && number == facts.Folders.Count;

    /// <summary>All listed files are of that kind, and they are all there are.</summary>
    public bool AllAre(FileWord word) =>
        word is { Kind: null, Extensions.Count: 0 } || facts.Files.Count == 0
        || facts.Files.All(file => word.Kind == file.Kind || word.Extensions.Contains(Path.GetExtension(file.Name).TrimStart('.').ToLowerInvariant()));

    /// <summary>A size at the precision said: within half of its last digit.</summary>
    public Claim Size(decimal said, long unit, int decimals, string about, int end)
    {
        bool Is(long? bytes) => bytes is { } some && Agrees(some, said, unit, decimals);
        var health = facts.Health;
        var holds = about switch
        {
            "free" or "left" or "available" or "remaining" when health is not null => Is(health.DiskFree),
            "used" or "full" or "taken" when health is not null => Is(health.DiskTotal - health.DiskFree) || Is(health.Bytes),
            "free" or "left" or "available" or "remaining" => false,
            _ => Is(facts.Bytes) || Is(health?.Bytes) || Is(health?.DiskFree) || Is(health?.DiskTotal) || Is(health?.DiskTotal - health?.DiskFree) || IsOfGroups(Is),
        };
        // Of the disk and of the sum, one file's size says nothing.
        var isOfFile = about is not ("free" or "left" or "available" or "remaining" or "together" or "altogether" or "total" or Sum);
        return new Claim(ClaimKind.Size, end, holds) { Rows = isOfFile ? Rows(i => Is(facts.Files[i].Bytes)) : [] };
    }

    public bool IsPercent(decimal said, string about)
    {
        if (facts.Health is not { DiskTotal: > 0 } health)
            return false;
        var free = 100m * health.DiskFree / health.DiskTotal;
        bool Is(decimal percent) => Math.Abs(percent - said) < 1;
        return about switch
        {
            "free" or "left" or "available" or "remaining" => Is(free),
            "used" or "full" or "taken" => Is(100 - free),
            _ => Is(free) || Is(100 - free),
        };
    }

    /// <summary>A day, month or year as said (what was left out is null): of a listed file, or of the answer's own moment.</summary>
    public Claim Date(int? year, int? month, int? day, DayOfWeek? weekday, bool isAsOf, int end)
    {
        bool Is(DateTime moment) => (year ?? moment.Year) == moment.Year && (month ?? moment.Month) == moment.Month
            && (day ?? moment.Day) == moment.Day && (weekday ?? moment.DayOfWeek) == moment.DayOfWeek;
        return new Claim(ClaimKind.Date, end, isAsOf && Is(asOf)) { Rows = Rows(i => Is(modified[i])) };
    }

    /// <summary>A span of local days, <paramref name="until"/> exclusive.</summary>
    public Claim Days(DateOnly from, DateOnly until, int end) =>
        new(ClaimKind.Date, end, Holds: false) { Rows = Rows(i => DateOnly.FromDateTime(modified[i]) is var day && day >= from && day < until) };

    /// <summary>So many days, weeks, months or years back: nearer to that many than to one more or one less.</summary>
    public Claim Ago(int number, char unit, int end)
    {
        var day = Calendar.DayAgo(number, unit);
        var (before, after) = unit switch { 'w' => (3, 4), 'm' => (15, 16), 'y' => (182, 183), _ => (0, 1) };
        return Days(day.AddDays(-before), day.AddDays(after), end);
    }

    /// <summary>A time of day: of the answer, or of a listed file.</summary>
    public Claim Clock(TimeOnly time, int end) =>
        new(ClaimKind.Date, end, TimeOnly.FromDateTime(asOf) is var of && of.Hour == time.Hour && of.Minute == time.Minute)
        {
            Rows = Rows(i => modified[i].Hour == time.Hour && modified[i].Minute == time.Minute),
        };

    private int[] Rows(Func<int, bool> fits) => [.. Enumerable.Range(0, facts.Files.Count).Where(fits)];

    private static bool Agrees(long bytes, decimal said, long unit, int decimals)
    {
        if (unit == 1)
            return bytes == said;
        if (said == 0)
            return bytes == 0;
        var step = 1m;
        for (var i = 0; i < decimals; i++)
            step /= 10;
        return Math.Abs(((decimal)bytes / unit) - said) <= step / 2;
    }
}
