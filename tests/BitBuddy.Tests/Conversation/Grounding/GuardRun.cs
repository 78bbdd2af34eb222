using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>Facts to speak of, on Wednesday 2026-03-18 09:30 in Berlin, and a guard run over a reply.</summary>
internal static class GuardRun
{
    private static readonly FileEntry[] Files =
    [
        new(1, "/home/sam/Documents/report.pdf", "report.pdf", 345_678, Local(2026, 3, 17), FileKind.Document),
        new(2, "/home/sam/Documents/Taxes/tax return 2019.pdf", "tax return 2019.pdf", 1_234_567_890, Local(2024, 3, 12), FileKind.Document),
        new(3, "/home/sam/Documents/notes.pdf", "notes.pdf", 12_000, Local(2025, 5, 1), FileKind.Document),
    ];

    private static readonly Facts Base = new() { Intent = IntentKind.Find, Folders = ["/home/sam/Documents"], AsOf = Now };

    /// <summary>Twelve matches, three of them listed, 2.5 GB together.</summary>
    public static readonly Facts Twelve = Base with { Count = 12, Bytes = 2_500_000_000, Files = Files };

    /// <summary>Exactly the one match.</summary>
    public static readonly Facts One = Base with { Count = 1, Bytes = 345_678, Files = Files[..1] };

    public static readonly Facts None = Base with { Count = 0, Bytes = 0 };
    public static readonly Facts Both = Base with { Count = 2, Bytes = 357_678, Files = [Files[0], Files[2]] };
    public static readonly Facts Talk = Base with { Intent = IntentKind.Smalltalk, Folders = [] };

    public static readonly Facts Status = Base with
    {
        Intent = IntentKind.Status,
        Health = new Health(new Mood(MoodState.Sick, "the disk is 97 % full"), 4317, 5_600_000_000, 2, 15_000_000_000, 500_000_000_000, null),
    };

    public static readonly string[] Phrases = ["Pixel", "99 problems but a file ain't one", "Beep boop!"];

    private static DateTimeOffset Now => new(2026, 3, 18, 8, 30, 0, TimeSpan.Zero);

    public static Facts Of(string name) => name switch
    {
        "12" => Twelve,
        "1" => One,
        "0" => None,
        "2" => Both,
        "talk" => Talk,
        _ => Status,
    };

    public static GroundingGuard Guard(Facts facts, bool waits = true, params string[] places)
    {
        var clock = new FakeTimeProvider(Now);
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        return new GroundingGuard(facts, new Sayings { Phrases = Sayings.Ordered([.. Phrases, facts.Health?.Mood.Because ?? ""]), Places = places }, clock, waits);
    }

    public static (string Shown, List<string> Refused, int Sentences) Run(Facts facts, params IEnumerable<string> pieces)
    {
        var guard = Guard(facts);
        var steps = new List<GuardStep>();
        foreach (var piece in pieces)
            guard.Push(piece, steps);
        guard.Finish(steps);
        return (string.Concat(steps.OfType<GuardStep.Show>().Select(step => step.Text)),
            [.. steps.OfType<GuardStep.Refuse>().Select(step => step.Claim)], guard.ShownSentences);
    }

    private static DateTimeOffset Local(int year, int month, int day) => new DateTimeOffset(year, month, day, 10, 15, 0, TimeSpan.FromHours(1)).ToUniversalTime();
}
