using System.Text.RegularExpressions;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Conversation.Rules;

/// <summary>Whatever the facts are, every number and every quoted name of a reply stands in them.</summary>
public sealed partial class RulesVoiceTruthTests
{
    private static readonly string[] Names = ["a.pdf", "report 7.docx", "7z.7z", "x\u202Ey\n.txt", "“quoted” 3.md", "-rf", new string('n', 200) + ".jpg", "日本 2.png"];

    [Property(MaxTest = 2000)]
    public void Say_AnyFacts_SaysOnlyWhatStandsInThem(int seed)
    {
        var random = new SeededRandom(seed);
        var facts = AnyFacts(random);
        var intent = new Intent(facts.Intent, AnyQuery(random)) { Smalltalk = random.Pick(Enum.GetValues<Smalltalk>()), Aspect = random.Pick(Enum.GetValues<Aspect>()) };
        var mood = random.Pick([Sample.Fine, Sample.Full, VoiceSamples.Ill, VoiceSamples.Away]);

        var reply = new RulesVoice(Sample.Clock()).Say(intent, facts, RandomPersonality.Create(seed), mood, random.Between(0, 1000));

        Assert.Equal(Display.Line(reply), reply);
        Assert.DoesNotContain('{', reply.Replace("\\u{", "", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\b1 (files|folders|documents|pictures)\b|\b[02-9] (file|folder|document|picture)\b", Unquoted().Replace(reply, ""));
        Assert.DoesNotMatch(@"[ ]{2}|^ | $|\(\)|: \.", reply);

        var names = facts.Files.Concat(facts.Near).Select(file => Shown(file.Name)).Concat(intent.Query.Places).Concat(["Documents", "sam/Documents"])
            .Append(string.Join(' ', intent.Query.Words)).Concat(["documents", "documnets", "Photos"]).OrderByDescending(name => name.Length);
        foreach (var name in names.Where(name => name.Length > 0))
            reply = reply.Replace($"“{name}”", "", StringComparison.Ordinal).Replace($"«{name}»", "", StringComparison.Ordinal);
        Assert.DoesNotContain('“', reply);

        var said = SaidOf(facts, mood);
        said.UnionWith(Numbers().Matches(Asked.For(intent.Query, Sample.Clock()).Many).Select(match => match.Value));
        Assert.All(Numbers().Matches(reply).Select(match => match.Value), number => Assert.Contains(number, said));
    }

    private static HashSet<string> SaidOf(Facts facts, Mood mood)
    {
        var clock = Sample.Clock();
        List<string> said = ["97", mood.Because, Said.Day(facts.AsOf, clock), facts.AsOf.UtcDateTime.ToString("d HH:mm")];
        if (facts.Count is { } count)
            said.AddRange([Said.Number(count), Said.Size(facts.Bytes ?? 0), facts.AsOf.UtcDateTime.ToString("HH:mm"), Said.Day(facts.AsOf, clock)]);
        said.AddRange(facts.Files.SelectMany(file => new[] { Said.Size(file.Bytes), Said.Day(file.Modified, clock) }));
        if (facts.Insight is { GroupCount: { } groups, Wasted: { } wasted } insight)
            said.AddRange([Said.Number(groups), Said.Number(facts.Count!.Value - groups), Said.Size(wasted), .. insight.Groups.SelectMany(group => (string[])[Said.Number(group.Count), Said.Size(group.Bytes)])]);
        if (facts.Insight?.Since is { } since)
            said.Add(Said.Day(since, clock));
        if (facts.Insight?.Changes is { } changes)
            said.AddRange([Said.Number(changes.Added), Said.Number(changes.Changed)]);
        if (facts.Health is { } health)
            said.AddRange([Said.Number(health.Files), Said.Size(health.Bytes), Said.Number(health.Folders), Said.Size(health.DiskFree), Said.Size(health.DiskTotal), health.Brain ?? ""]);
        return [.. said.SelectMany(text => Numbers().Matches(text)).Select(match => match.Value)];
    }

    private static Facts AnyFacts(SeededRandom random)
    {
        var isOfFiles = random.Between(0, 2) > 0;
        var files = Enumerable.Range(0, random.Between(0, 5)).Select(_ => AnyFile(random)).ToList();
        var count = random.Between(0, 1) == 0 ? files.Count : files.Count + random.Between(0, 5000);
        var groups = files.Take(random.Between(0, 4)).Select(file => Sample.Group(random.Pick(Enum.GetValues<GroupKind>()), random.Between(2, 9), file)).ToList();
        var insight = isOfFiles && random.Between(0, 1) == 0 ? new Insight(count, 5, files)
        {
            Groups = groups, GroupCount = random.Between(0, 3) == 0 ? null : Math.Min(groups.Count, count), Wasted = groups.Sum(group => group.Wasted),
            Since = Sample.Now.AddMonths(-random.Between(1, 40)), Changes = random.Between(0, 2) == 0 ? new(random.Between(0, 5), random.Between(0, 5)) : null,
        } : null;
        return new Facts
        {
            Intent = random.Pick(Enum.GetValues<IntentKind>()),
            Count = isOfFiles ? count : null,
            Bytes = isOfFiles && random.Between(0, 9) > 0 ? files.Sum(file => file.Bytes) : null,
            Files = isOfFiles ? files : [],
            Insight = insight,
            Folders = random.Between(0, 4) > 0 ? ["/home/sam"] : [],
            AsOf = Sample.Now.AddMinutes(-random.Between(0, 30)),
            Corrected = random.Between(0, 3) == 0 ? "documnets -> documents" : null,
            Near = [.. Enumerable.Range(0, random.Between(0, 3)).Select(_ => AnyFile(random))],
            Health = random.Between(0, 1) == 0 ? Sample.Health() with { Files = random.Between(0, 3), Folders = random.Between(0, 3), DiskTotal = random.Between(0, 1), Brain = null } : null,
        };
    }

    private static FileEntry AnyFile(SeededRandom random) =>
        Sample.File(random.Pick(Names), random.Between(0, 2_000_000_000), random.Between(0, 900));

    private static FileQuery AnyQuery(SeededRandom random) => new()
    {
        Words = random.Between(0, 1) == 0 ? [] : ["tax"],
        Places = random.Between(0, 2) > 0 ? [] : ["Downloads", "Uni"],
        Kinds = random.Pick<IReadOnlyList<FileKind>>([[], [FileKind.Document], [FileKind.Image, FileKind.Video]]),
        Extensions = random.Pick<IReadOnlyList<string>>([[], ["pdf"], ["doc", "odt"]]),
        MinBytes = random.Between(0, 3) == 0 ? 10 : null,
        Until = random.Between(0, 3) == 0 ? Sample.Now : null,
        Order = random.Pick(Enum.GetValues<FileOrder>()),
    };

    private static string Shown(string name)
    {
        var shown = Display.Line(name);
        return shown.Length <= 80 ? shown : shown[..53] + "…" + shown[^26..];
    }

    [GeneratedRegex("[0-9]+(?:[.,:][0-9]+)*")]
    private static partial Regex Numbers();

    [GeneratedRegex("“[^”]*”|«[^»]*»")]
    private static partial Regex Unquoted();
}
