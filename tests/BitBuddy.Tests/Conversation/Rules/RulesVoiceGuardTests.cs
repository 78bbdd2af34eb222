using BitBuddy.Conversation;
using BitBuddy.EngineTests;
using BitBuddy.Files;
using BitBuddy.Personalities;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Conversation.Rules;

/// <summary>The guard that watches over brains has nothing to object to in what the rules say.</summary>
public sealed class RulesVoiceGuardTests
{
    private static readonly string[] Stems = ["report", "tax 2024", "“quoted” 3", "notes", "日本 2", "a.b.c", "-rf", new string('n', 200), "IMG_0001", "it's all of them", "12 files"];

    [Fact]
    public void Say_SeededFacts_NoSentenceIsDropped()
    {
        var dropped = new List<string>();
        for (var seed = 0; seed < Proof.Size(10_000); seed++)
        {
            var random = new SeededRandom(seed);
            var clock = Clock(random);
            var (intent, facts) = Question(random, clock);
            var mood = random.Pick([Sample.Fine, VoiceSamples.Ill, VoiceSamples.Away]);
            var who = random.Between(0, 4) == 0 ? new Personality { Name = "pixel", Humor = random.Between(0, 10), Curiosity = random.Between(0, 10) } : RandomPersonality.Create(seed);
            var reply = new RulesVoice(clock).Say(intent, facts, who, mood, random.Between(0, 200));

            // A long name is shown without its middle.
            var shown = facts with { Files = [.. facts.Files.Select(file => file with { Name = NameText.Shown(file.Name) })] };
            var guard = new GroundingGuard(shown, Sayings.Of(intent, facts, who, mood, clock), clock);
            var steps = new List<GuardStep>();
            guard.Push(reply, steps);
            guard.Finish(steps);

            if (string.Concat(steps.OfType<GuardStep.Show>().Select(step => step.Text)) != reply)
                dropped.Add($"seed {seed}, {intent.Kind}: {string.Join(", ", steps.OfType<GuardStep.Refuse>().Select(step => step.Claim))} in: {reply}");
        }

        Assert.True(dropped.Count == 0, $"{dropped.Count}, such as\n{string.Join('\n', dropped.Take(60))}");
    }

    private static FakeTimeProvider Clock(SeededRandom random)
    {
        var clock = new FakeTimeProvider(Sample.Now.AddHours(random.Between(0, 23)));
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        return clock;
    }

    private static (Intent, Facts) Question(SeededRandom random, TimeProvider clock)
    {
        var kind = random.Pick(Enum.GetValues<IntentKind>());
        var isOfFiles = kind is IntentKind.Find or IntentKind.Count or IntentKind.List or IntentKind.Largest or IntentKind.Newest;
        var query = isOfFiles ? Query(random) : FileQuery.Everything;
        var count = random.Pick([0, 0, 1, 1, 2, 3, 5, 4_317]);
        var files = isOfFiles ? Enumerable.Range(0, Math.Min(count, random.Pick([20, 20, 1, 0]))).Select(_ => File(random, query)).DistinctBy(file => file.Name).ToList() : [];
        count = count < 20 && files.Count > 0 ? files.Count : count;
        var intent = new Intent(kind, query)
        {
            Smalltalk = kind == IntentKind.Smalltalk ? random.Pick(Enum.GetValues<Smalltalk>()[1..]) : Smalltalk.None,
            Aspect = random.Pick(Enum.GetValues<Aspect>()),
        };
        var facts = new Facts
        {
            Intent = kind,
            Count = isOfFiles ? count : null,
            Bytes = isOfFiles ? files.Sum(file => file.Bytes) + (count > files.Count ? 7_100_000 : 0) : null,
            Files = files,
            Folders = kind is IntentKind.Duplicates or IntentKind.Versions or IntentKind.Stale or IntentKind.Tidy ? ["/home/sam"] : isOfFiles && count == 0 && random.Between(0, 3) == 0 ? [] : ["/home/sam/Documents", "/home/sam/Fotos"],
            AsOf = isOfFiles ? clock.GetUtcNow().AddMinutes(-random.Pick([0, 0, 30, 2_000, 90_000])) : clock.GetUtcNow(),
            Corrected = isOfFiles && random.Between(0, 3) == 0 ? "invocie -> invoice" : null,
            Near = isOfFiles && count == 0 ? [.. Enumerable.Range(0, random.Between(0, 3)).Select(_ => File(random, query))] : [],
        };
        if (InsightOf(random, kind, files) is { } insight)
            return (intent, facts with { Count = insight.Count, Bytes = insight.Bytes, Files = insight.Files, Insight = insight });
        return (intent, kind == IntentKind.Status && random.Between(0, 3) > 0
            ? facts with { Health = Sample.Health() with { Files = random.Between(0, 3), Folders = random.Between(0, 3), DiskTotal = random.Pick([0L, 512_000_000_000]) } }
            : facts);
    }

    // As the index would find it: every count and size is that of its groups.
    private static Insight? InsightOf(SeededRandom random, IntentKind kind, List<FileEntry> listed)
    {
        var files = Enumerable.Range(0, random.Between(0, 4)).Select(_ => File(random, FileQuery.Everything)).DistinctBy(file => file.Name).ToList();
        var groups = files.Select(file => Sample.Group(kind switch
        {
            IntentKind.Versions => GroupKind.Versions,
            IntentKind.Tidy => random.Pick([GroupKind.Duplicates, GroupKind.OldVersions, GroupKind.Stale, GroupKind.Downloads]),
            _ => GroupKind.Duplicates,
        }, random.Between(2, 2_000), file) with { Kind = kind == IntentKind.Tidy ? random.Pick(Enum.GetValues<FileKind>()) : null }).DistinctBy(group => (group.What, group.Kind)).ToArray();
        return kind switch
        {
            IntentKind.Duplicates or IntentKind.Versions or IntentKind.Tidy => Sample.Grouped(groups) with { OpeningIsKnown = random.Between(0, 1) == 0 },
            IntentKind.Stale => new(files.Count, files.Sum(file => file.Bytes), [.. files.Select(file => file with { Modified = file.Modified.AddYears(-4) })])
            {
                Since = Sample.Now.AddMonths(-random.Between(1, 40)), OpeningIsKnown = random.Between(0, 1) == 0,
            },
            IntentKind.Newest when listed.Count > 0 && random.Between(0, 1) == 0 => new(listed.Count, listed.Sum(file => file.Bytes), listed) { Changes = new(1, listed.Count - 1) },
            _ => null,
        };
    }

    private static FileQuery Query(SeededRandom random) => new()
    {
        Words = random.Pick<IReadOnlyList<string>>([[], ["tax"], ["tax", "2024"]]),
        Places = random.Between(0, 2) > 0 ? [] : ["Downloads"],
        Kinds = random.Pick<IReadOnlyList<FileKind>>([[], [FileKind.Document], [FileKind.Image, FileKind.Video]]),
        Extensions = random.Pick<IReadOnlyList<string>>([[], ["pdf"], ["png", "pdf"]]),
        MinBytes = random.Between(0, 3) == 0 ? 10_000_001 : null,
        From = random.Between(0, 3) == 0 ? Sample.Now.AddDays(-700) : null,
        Until = random.Between(0, 3) == 0 ? Sample.Now : null,
        Order = random.Pick(Enum.GetValues<FileOrder>()),
    };

    private static FileEntry File(SeededRandom random, FileQuery query)
    {
        var kind = query.Kinds.Count > 0 ? random.Pick(query.Kinds) : FileKind.Document;
        var ending = query.Extensions.Count > 0 ? random.Pick(query.Extensions) : kind switch { FileKind.Image => "png", FileKind.Video => "mp4", _ => "pdf" };
        var name = $"{random.Pick(Stems)}.{ending}";
        var folder = random.Pick(["/home/sam/Documents", "/home/sam/Documents/Taxes", "/home/sam/Fotos/2024/Sommer"]);
        return new(random.Between(1, int.MaxValue), $"{folder}/{name}", name, random.Between(0, 2_000_000_000), Sample.Now.AddDays(-random.Between(1, 900)), kind);
    }
}
