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
        foreach (var (question, intent, facts, mood) in VoiceSamples.All())
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
        foreach (var (_, intent, facts, mood) in VoiceSamples.All())
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
    public void Say_Curious_AsksBackAtFirstAndEverySecondTime()
    {
        var curious = Plain with { Curiosity = 10 };
        foreach (var (_, intent, facts, mood) in VoiceSamples.All())
        {
            foreach (var turn in Enumerable.Range(0, 8))
            {
                var reply = _voice.Say(intent, facts, curious, mood, turn);
                if (facts is not { Count: 0, Folders.Count: 0 } && turn % 2 == 0)
                    Assert.EndsWith("?", reply, StringComparison.Ordinal);
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
            Assert.InRange(reply.Length, 1, 300);
            Assert.Contains("xxx.pdf”", reply, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Say_Corrected_SaysSo()
    {
        foreach (var turn in Enumerable.Range(0, 12))
        {
            var reply = _voice.Say(Sample.Asked(IntentKind.Count), Sample.Facts(IntentKind.Count, 3, 9) with { Corrected = "documnets -> documents" }, Plain, Sample.Fine, turn);
            Assert.Contains("“documents”", reply, StringComparison.Ordinal);
            Assert.Contains("“documnets”", reply, StringComparison.Ordinal);
        }
    }

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
        string.Join('\n', VoiceSamples.All().SelectMany(_ => Enumerable.Range(0, 8), (page, turn) => _voice.Say(page.Intent, page.Facts, personality, page.Mood, turn)));
}
