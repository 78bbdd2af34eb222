using System.Text;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Rules;

public sealed class RulesVoiceTests
{
    private static readonly Personality Plain = new() { Name = "Pixel" };
    private readonly RulesVoice _voice = new(Sample.Clock());

    [Theory]
    [InlineData("glitch")]
    [InlineData("citrus")]
    [InlineData("slate")]
    [InlineData("nova")]
    public void Say_EverySituation_ReadsLikeTheCharacter(string id)
    {
        var page = new StringBuilder();
        foreach (var (question, intent, facts, mood) in Page())
        {
            page.Append("# ").AppendLine(question);
            for (var turn = 0; turn < 4; turn++)
                page.AppendLine(_voice.Say(intent, facts, Characters.Get(id), mood, turn));
            page.AppendLine();
        }

        Snapshot.Match("rules-" + id, page.ToString());
    }

    [Fact]
    public void Say_SameInput_SameWordsAndAnotherTurnOtherWords()
    {
        foreach (var (_, intent, facts, mood) in Page())
        {
            Assert.Equal(_voice.Say(intent, facts, Plain, mood, 5), new RulesVoice(Sample.Clock()).Say(intent, facts, Plain, mood, 5));
            Assert.True(Enumerable.Range(int.MaxValue - 1, 1).Concat(Enumerable.Range(0, 4)).Select(turn => _voice.Say(intent, facts, Plain, mood, turn)).Distinct().Count() >= 4);
        }
    }

    [Theory]
    [InlineData(Aspect.Place, "“Documents/Work”", "“Documents”")]
    [InlineData(Aspect.Date, "14 June", "13 May")]
    [InlineData(Aspect.Size, "340 KB", "1.2 MB")]
    public void Say_WhatWasAsked_IsSaidInEveryPhrasing(Aspect aspect, string first, string second)
    {
        FileEntry[] files =
        [
            Sample.File("resume.pdf") with { Path = "/home/sam/Documents/Work/resume.pdf" }, Sample.File("b.pdf", 1_200_000, 35),
            Sample.File("c.pdf"), Sample.File("d.pdf"),
        ];
        foreach (var turn in Enumerable.Range(0, 5))
        {
            foreach (var kind in (IntentKind[])[IntentKind.Find, IntentKind.List, IntentKind.Newest, IntentKind.Largest])
            {
                Assert.Contains(first, Say(kind, turn, files[..1]), StringComparison.Ordinal);
                var some = Say(kind, turn, files[..2]);
                Assert.Contains(first, some, StringComparison.Ordinal);
                Assert.Contains(second, some, StringComparison.Ordinal);
                var many = Say(kind, turn, files);
                // Of many sizes, the sum.
                var isSum = aspect == Aspect.Size && (kind is IntentKind.Find or IntentKind.List);
                Assert.Contains(isSum ? Said.Size(files.Sum(file => file.Bytes)) : second, many, StringComparison.Ordinal);
            }
        }

        string Say(IntentKind kind, int turn, FileEntry[] listed) => _voice.Say(
            Sample.Asked(kind) with { Aspect = aspect }, Sample.Facts(kind, listed.Length, listed.Sum(file => file.Bytes), listed), Plain, Sample.Fine, turn);
    }

    [Fact]
    public void Say_AnotherQuestionOfTheSameTurn_IsPhrasedAnotherWay()
    {
        var replies = Enumerable.Range(0, 40).Select(i => new FileQuery { Words = [$"w{i}"] }).Select(query => _voice.Say(
            Sample.Asked(IntentKind.Count, query), Sample.Facts(IntentKind.Count, 12, 5), Plain, Sample.Fine, 0)).ToList();

        Assert.Equal(5, replies.Select(reply => reply[..5]).Distinct().Count());
    }

    [Fact]
    public void Say_AQuestionBack_CanBeAnsweredByAQuestionOfFiles()
    {
        var curious = Plain with { Curiosity = 10 };
        foreach (var (_, intent, facts, mood) in Page())
        {
            foreach (var turn in Enumerable.Range(0, 4))
            {
                var reply = _voice.Say(intent, facts, curious, mood, turn);
                if (facts is { Count: 0, Folders.Count: 0 })
                    Assert.DoesNotContain("?", reply, StringComparison.Ordinal);
                else
                    Assert.Matches(@"(^|[.!?] )(What|Which|When) [^.?!]+\?$", reply);
            }
        }
    }

    [Fact]
    public void Say_Humor_AddsAFavouritePhraseAboveSeven()
    {
        var phrases = new[] { "Beep, I say." };
        Assert.EndsWith("Beep, I say.", Hello(Plain with { Humor = 8, FavoritePhrases = phrases }), StringComparison.Ordinal);
        Assert.DoesNotContain("Beep", Hello(Plain with { Humor = 7, FavoritePhrases = phrases }), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_Curiosity_AsksBackAboveEight()
    {
        Assert.EndsWith("?", Hello(Plain with { Curiosity = 9 }), StringComparison.Ordinal);
        Assert.DoesNotContain("?", Hello(Plain with { Curiosity = 8 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_Formality_ContractsBelowThreeAndSpellsOutAboveEight()
    {
        var casual = Everything(Plain with { Formality = 2 });
        var formal = Everything(Plain with { Formality = 9 });
        Assert.Contains("I'm", casual, StringComparison.Ordinal);
        Assert.DoesNotContain("I am ", casual, StringComparison.Ordinal);
        Assert.DoesNotContain("'m", formal, StringComparison.Ordinal);
        Assert.DoesNotContain("n't", formal, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_NamesThatLookLikePhrases_StayAsTheyAre()
    {
        var reply = _voice.Say(Sample.Asked(IntentKind.Find), Sample.Facts(IntentKind.Find, 1, 5, Sample.File("{files} I am here.txt")), Plain with { Formality = 1 }, Sample.Fine, 0);
        Assert.Contains("“{files} I am here.txt”", reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_HostileName_IsShownHarmlesslyAndCut()
    {
        var name = "a\u001b[31m\u202Egpj\n" + new string('x', 240) + ".pdf";
        foreach (var turn in Enumerable.Range(0, 5))
        {
            var reply = _voice.Say(Sample.Asked(IntentKind.Find), Sample.Facts(IntentKind.Find, 1, 5, Sample.File(name)), Plain, Sample.Fine, turn);
            Assert.Equal(Display.Line(reply), reply);
            Assert.InRange(reply.Length, 1, 250);
            Assert.Contains("xxx.pdf”", reply, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Say_Corrected_SaysSo() =>
        Assert.Contains("“documents”, where you wrote “documnets”", _voice.Say(
            Sample.Asked(IntentKind.Count), Sample.Facts(IntentKind.Count, 3, 9) with { Corrected = "documnets -> documents" }, Plain, Sample.Fine, 0), StringComparison.Ordinal);

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "11:49 today")]
    [InlineData(24 * 60, "12:00 yesterday")]
    [InlineData(24 * 60 * 10, "12:00 on 7 June")]
    public void Say_OldFacts_SayAsOf(int minutes, string? expected)
    {
        var facts = Sample.Facts(IntentKind.Count, 3, 9) with { AsOf = Sample.Now.AddMinutes(-minutes) };
        var reply = _voice.Say(Sample.Asked(IntentKind.Count), facts, Plain, Sample.Fine, 0);
        if (expected is null)
            Assert.DoesNotContain("s of", reply, StringComparison.Ordinal);
        else
            Assert.Contains(expected, reply, StringComparison.Ordinal);
    }

    private string Hello(Personality personality) =>
        _voice.Say(Sample.Asked(IntentKind.Smalltalk, smalltalk: Smalltalk.Thanks), Sample.Facts(IntentKind.Smalltalk), personality, Sample.Fine, 0);

    private string Everything(Personality personality) =>
        string.Join('\n', Page().SelectMany(_ => Enumerable.Range(0, 8), (page, turn) => _voice.Say(page.Intent, page.Facts, personality, page.Mood, turn)));

    private static IEnumerable<(string Question, Intent Intent, Facts Facts, Mood Mood)> Page()
    {
        var tax = new FileQuery { Words = ["tax"], Extensions = ["pdf"] };
        var largest = new FileQuery { Order = FileOrder.Largest, Kinds = [FileKind.Video] };
        var bounded = new FileQuery { MinBytes = 1_000_000_001, From = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Until = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var oldest = new FileQuery { Order = FileOrder.Oldest, Places = ["Downloads"] };
        FileEntry[] taxes = [Sample.File("tax 2024.pdf", 340_000, 3), Sample.File("tax 2023.pdf", 1_200_000, 400)];
        FileEntry[] videos = [Sample.File("moon.mp4", 2_300_000_000), Sample.File("party.mov", 890_000_000), Sample.File("cat.mp4", 12_000_000)];

        yield return ("find, nothing", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 0, 0), Sample.Fine);
        yield return ("find, only near", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 0, 0) with { Near = taxes }, Sample.Fine);
        yield return ("find, one", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 1, 340_000, taxes[0]), Sample.Fine);
        yield return ("find, few", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes), Sample.Fine);
        yield return ("find, many", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 4_317, 98_000_000, taxes), Sample.Fine);
        foreach (var aspect in Enum.GetValues<Aspect>().Skip(1))
        {
            yield return ($"find one, {aspect}", Sample.Asked(IntentKind.Find, tax) with { Aspect = aspect }, Sample.Facts(IntentKind.Find, 1, 340_000, taxes[0]), Sample.Fine);
            yield return ($"find few, {aspect}", Sample.Asked(IntentKind.Find, tax) with { Aspect = aspect }, Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes), Sample.Fine);
            yield return ($"list many, {aspect}", Sample.Asked(IntentKind.List) with { Aspect = aspect }, Sample.Facts(IntentKind.List, 20, 3_210_000_000, videos), Sample.Fine);
            yield return ($"largest, {aspect}", Sample.Asked(IntentKind.Largest, largest) with { Aspect = aspect }, Sample.Facts(IntentKind.Largest, 1, 2_300_000_000, videos[0]), Sample.Fine);
        }

        yield return ("list, many", Sample.Asked(IntentKind.List), Sample.Facts(IntentKind.List, 20, 3_210_000_000, videos), Sample.Fine);
        yield return ("count, none", Sample.Asked(IntentKind.Count, tax), Sample.Facts(IntentKind.Count, 0, 0), Sample.Fine);
        yield return ("count, many", Sample.Asked(IntentKind.Count, tax), Sample.Facts(IntentKind.Count, 12, 345_678), Sample.Fine);
        yield return ("count, one", Sample.Asked(IntentKind.Count, tax), Sample.Facts(IntentKind.Count, 1, 340_000, taxes[0]), Sample.Fine);
        yield return ("find few, places", Sample.Asked(IntentKind.Find, tax) with { Aspect = Aspect.Place }, Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes[0] with { Path = "/home/sam/Documents/Taxes/tax 2024.pdf" }, taxes[1]), Sample.Fine);
        yield return ("count, bounds", Sample.Asked(IntentKind.Count, bounded), Sample.Facts(IntentKind.Count, 2, 3_000_000_000), Sample.Fine);
        yield return ("largest, one", Sample.Asked(IntentKind.Largest, largest), Sample.Facts(IntentKind.Largest, 1, 2_300_000_000, videos[0]), Sample.Fine);
        yield return ("largest, some", Sample.Asked(IntentKind.Largest, largest), Sample.Facts(IntentKind.Largest, 3, 3_202_000_000, videos), Sample.Fine);
        yield return ("oldest, one", Sample.Asked(IntentKind.Newest, oldest), Sample.Facts(IntentKind.Newest, 1, 340_000, taxes[1]), Sample.Fine);
        yield return ("newest, some", Sample.Asked(IntentKind.Newest), Sample.Facts(IntentKind.Newest, 2, 1_540_000, taxes), Sample.Fine);
        yield return ("no folder", Sample.Asked(IntentKind.List), Sample.Facts(IntentKind.List, 0, 0) with { Folders = [] }, Sample.Fine);
        yield return ("status", Sample.Asked(IntentKind.Status), Sample.Facts(IntentKind.Status) with { Health = Sample.Health() }, Sample.Fine);
        yield return ("status, sick", Sample.Asked(IntentKind.Status), Sample.Facts(IntentKind.Status) with { Health = Sample.Health(Sample.Full) with { Brain = null, DiskTotal = 0, Files = 1 } }, Sample.Full);
        foreach (var smalltalk in Enum.GetValues<Smalltalk>().Skip(1))
            yield return (smalltalk.ToString(), Sample.Asked(IntentKind.Smalltalk, smalltalk: smalltalk), Sample.Facts(IntentKind.Smalltalk), Sample.Fine);
        yield return ("how are you, sick", Sample.Asked(IntentKind.Smalltalk, smalltalk: Smalltalk.HowAreYou), Sample.Facts(IntentKind.Smalltalk), Sample.Full);
        yield return ("help", Sample.Asked(IntentKind.Help), Sample.Facts(IntentKind.Help), Sample.Fine);
        yield return ("unknown", Sample.Asked(IntentKind.Unknown), Sample.Facts(IntentKind.Unknown), Sample.Fine);
        yield return ("not yet", Sample.Asked(IntentKind.Duplicates), Sample.Facts(IntentKind.Duplicates), Sample.Fine);
    }
}
