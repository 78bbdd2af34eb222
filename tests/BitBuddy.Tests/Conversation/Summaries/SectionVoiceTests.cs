using System.Globalization;
using System.Text;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Tests.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Tests.Conversation.Summaries;

/// <summary>A text of 30 sentences, which a brain sums up in three sections; real files, a real index, a scripted engine.</summary>
public sealed class SectionVoiceTests : IAsyncDisposable
{
    private const string Question = "what is in tower.txt?";

    private static readonly string[] Names = ["Ahab", "Starbuck", "Ishmael"];

    private readonly TempHome _temp = new();
    private readonly List<ScriptedChatClient> _engines = [];
    private readonly BuddyHost _host;
    private Func<int, ScriptedChatClient> _engine = _ => new ScriptedChatClient("The tower was painted. ", "And that is it. ", "Nothing more. ");

    public SectionVoiceTests()
    {
        var text = string.Join('\n', Enumerable.Range(0, 30).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"In {1901 + i} {Names[i / 10]} carried {Word(i)}, {Word(i + 11)}, {Word(i + 23)} and {Word(i + 37)} up to the tower.")));
        _temp.Write("files/tower.txt", Encoding.UTF8.GetBytes(text));
        _temp.Write("files/short.txt", "The whale is a large animal of the sea.\nIt lives for ninety years and more.\n"u8.ToArray());
        _host = new BuddyHost(_temp.Home, (_, _, _) =>
        {
            _engines.Add(_engine(_engines.Count));
            return Task.FromResult(new LoadedBrain(_engines[^1], null));
        }, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    private static string Word(int i) => string.Concat("bcdfghklmn"[i % 10], "aeiou"[i % 5], "rstvz"[i / 7 % 5], "aeiou"[i / 5 % 5], "dfglp"[i / 3 % 5]);

    [Fact]
    public async Task Ask_ALongText_IsSummedUpSectionBySection()
    {
        var (parts, reply) = await AskAsync(Question);

        Assert.Equal(VoiceKind.Brain, reply.Voice);
        Assert.Equal(
            "Lines 1 to 10: The tower was painted. And that is it.\nLines 11 to 20: The tower was painted. And that is it.\nLines 21 to 30: The tower was painted. And that is it.",
            reply.Text.Replace(" \n", "\n", StringComparison.Ordinal).Trim());
        Assert.Equal([(1, 3), (2, 3), (3, 3)], parts.OfType<ReplyPart.Reading>().Select(reading => (reading.Section, reading.Sections)));
        Assert.Equal(reply.Text, string.Concat(parts.OfType<ReplyPart.Words>().Select(words => words.Text)));
    }

    [Fact]
    public async Task Ask_ALongText_EachPromptFitsAndHoldsItsOwnSentences()
    {
        await AskAsync(Question);

        var prompts = Assert.Single(_engines).Prompts;
        Assert.Equal(3, prompts.Count);
        for (var section = 0; section < 3; section++)
        {
            var facts = prompts[section][^1].Text;
            Assert.All(Enumerable.Range(0, 30).Where(i => i / 10 != section), i => Assert.DoesNotContain($"{1901 + i}", facts, StringComparison.Ordinal));
            Assert.Contains(Enumerable.Range(section * 10, 10), i => facts.Contains($"{1901 + i}", StringComparison.Ordinal));
            Assert.InRange(PromptEstimate.Count(prompts[section]).Total, 1, PromptBudget.Prompt);
        }
    }

    [Fact]
    public async Task Ask_WhatIsTrueOfOneSection_IsShownThereAndTheOthersAreQuoted()
    {
        _engine = _ => new ScriptedChatClient("It was Starbuck who carried it. ");

        var (parts, reply) = await AskAsync(Question);

        var lines = reply.Text.Split('\n');
        Assert.StartsWith("Lines 1 to 10: “In 19", lines[0], StringComparison.Ordinal);
        Assert.Equal("Lines 11 to 20: It was Starbuck who carried it.", lines[1].Trim());
        Assert.StartsWith("Lines 21 to 30: “In 19", lines[2], StringComparison.Ordinal);
        Assert.Equal((VoiceKind.Brain, 2), (reply.Voice, reply.Brain!.Refused));
        Assert.Equal(2, parts.OfType<ReplyPart.Refused>().Count());
    }

    [Fact]
    public async Task Ask_NothingButInventions_TheRulesSpeak()
    {
        _engine = _ => new ScriptedChatClient("It was Dracula in 1897. ");

        var (_, reply) = await AskAsync(Question);

        Assert.Equal(VoiceKind.Rules, reply.Voice);
        Assert.DoesNotContain("Dracula", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lines 1", reply.Text, StringComparison.Ordinal);
        Assert.Equal(3, reply.Brain!.Refused);
    }

    [Fact]
    public async Task Ask_EngineDiesInTheSecondSection_TheFirstStaysMarkedAsCut()
    {
        var calls = 0;
        _engine = _ => new ScriptedChatClient("The tower was painted. ", () => { if (++calls == 2) throw new InvalidOperationException("gone"); });

        var (_, reply) = await AskAsync(Question);

        Assert.Equal((VoiceKind.Brain, true), (reply.Voice, reply.Cut));
        Assert.StartsWith("Lines 1 to 10: The tower was painted.", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lines 21", reply.Text, StringComparison.Ordinal);
        Assert.Equal(VoiceKind.Brain, (await AskAsync(Question)).Reply.Voice);
    }

    [Fact]
    public async Task Ask_EngineDiedWhileIdle_IsWokenAgainForAllOfIt()
    {
        _engine = number => number == 0 ? new ScriptedChatClient(new InvalidOperationException("gone")) : new ScriptedChatClient("The tower was painted. ");

        var (_, reply) = await AskAsync(Question);

        Assert.Equal((VoiceKind.Brain, false, 3), (reply.Voice, reply.Cut, reply.Text.Split('\n').Length));
    }

    [Fact]
    public async Task Ask_StoppedInTheSecondSection_Ends()
    {
        using var stop = new CancellationTokenSource();
        var calls = 0;
        _engine = _ => new ScriptedChatClient(() => { if (++calls == 2) stop.Cancel(); }, "The tower was painted. ");
        var said = "";

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(Question, part => said += (part as ReplyPart.Words)?.Text, stop.Token));

        Assert.Equal("Lines 1 to 10: The tower was painted.", said.Trim());
        Assert.Equal(3, (await AskAsync(Question)).Reply.Text.Split('\n').Length);
    }

    [Fact]
    public async Task Ask_Again_IsAnsweredFromTheCache()
    {
        var first = await AskAsync(Question);

        var again = await AskAsync(Question);

        Assert.Equal((VoiceKind.Cache, first.Reply.Text.Trim()), (again.Reply.Voice, again.Reply.Text.Trim()));
        Assert.Equal(3, Assert.Single(_engines).Prompts.Count);
    }

    [Fact]
    public async Task Ask_AShortText_IsSummedUpAtOnce()
    {
        _engine = _ => new ScriptedChatClient("The whale lives for ninety years. ");

        var (parts, reply) = await AskAsync("what is in short.txt?");

        Assert.Equal((VoiceKind.Brain, "The whale lives for ninety years."), (reply.Voice, reply.Text.Trim()));
        Assert.Empty(parts.OfType<ReplyPart.Reading>());
        Assert.Single(Assert.Single(_engines).Prompts);
    }

    private async Task<(List<ReplyPart> Parts, Reply Reply)> AskAsync(string question, Action<ReplyPart>? hear = null, CancellationToken cancellationToken = default)
    {
        var folders = await _host.PrepareAsync([Path.Combine(_temp.Root, "files")], null, CancellationToken.None);
        await _host.Choice.SettleAsync(_temp.Write("brain.gguf", TinyGguf.Whole().Bytes()), null, CancellationToken.None);
        var parts = new List<ReplyPart>();
        await foreach (var part in _host.Buddy(null).AskAsync(new Question(question) { Folders = folders }, cancellationToken))
        {
            parts.Add(part);
            hear?.Invoke(part);
        }

        return (parts, Assert.IsType<ReplyPart.Done>(parts[^1]).Reply);
    }
}
