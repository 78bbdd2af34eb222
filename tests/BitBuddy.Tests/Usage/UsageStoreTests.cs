using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Tests.Conversation;
using BitBuddy.Usage;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Usage;

public sealed class UsageStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("üsage ").FullName;
    private readonly FakeTimeProvider _clock = Sample.Clock();
    private readonly UsageStore _usage;

    public UsageStoreTests() => _usage = new UsageStore(new UsageDatabase(FilePath), _clock);

    private string FilePath => Path.Combine(_folder, "usage.db");

    public void Dispose()
    {
        _usage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void NoteAnswer_AList_IsNumberedFromOneAndReplacedByTheNext()
    {
        Answer("tax", 4, File(1, "a.pdf"), File(2, "b.pdf"));
        Answer("none", 0);
        Assert.Equal(["/home/sam/a.pdf", "/home/sam/b.pdf"], _usage.LastList().Select(file => file.Path));

        Answer("x", 1, File(3, "c.pdf") with { PathBytes = [(byte)'/', 0xff] });

        Assert.Equal(3, _usage.Listed(1)!.Id);
        Assert.Equal([(byte)'/', 0xff], _usage.Listed(1)!.PathBytes);
        Assert.Null(_usage.Listed(2));
    }

    [Fact]
    public void NoteAnswer_TheSameAgain_IsCountedAndOnlyFewAnswersAreSought()
    {
        Answer("tax", 1, File(1, "tax.pdf"));
        Answer("tax", 1, File(1, "tax.pdf"));
        Answer("pdf", 9, File(2, "a.pdf"));
        Answer("", 1, File(3, "only.pdf"));

        var report = _usage.Show();
        Assert.Equal(2, report.Asked.Single(asked => asked.Words == "tax").Times);
        Assert.Equal((1L, 2L), Assert.Single(report.Files.Select(file => (file.Id, file.Sought))));
    }

    [Fact]
    public void NoteAnswer_WordsNotToBeKept_AreNowhere()
    {
        _usage.NoteAnswer(new Intent(IntentKind.Find, new FileQuery { Words = ["diary"] }), Sample.Facts(IntentKind.Find, 1, 5, File(1, "x.pdf")), keepsWords: false);
        Assert.Empty(_usage.Show().Files);
        Assert.DoesNotContain("diary", RawText.OfDatabase(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_OpenedOftenAndLately_WeighMore()
    {
        _usage.NoteOpened(1, "/old"u8.ToArray());
        _clock.Advance(TimeSpan.FromDays(14));
        _usage.NoteOpened(2, "/new"u8.ToArray());
        _usage.NoteOpened(3, "/often"u8.ToArray());
        _usage.NoteOpened(3, "/often"u8.ToArray());
        Answer("s", 1, File(4, "sought.pdf"));

        var weights = _usage.Weights();
        Assert.Equal([3, 2, 1, 4], weights.OrderByDescending(file => file.Value).ThenBy(file => file.Key).Select(file => file.Key));
        Assert.Equal(weights[2] / 2, weights[1], 9);
    }

    [Fact]
    public void Note_ManyThings_StayBounded()
    {
        for (var i = 0; i < UsageStore.MostAsked + 20; i++)
        {
            Answer($"word{i}", 1, File(i, $"{i}.pdf"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(UsageStore.MostAsked, _usage.Show().Asked.Count);
        Assert.Equal($"word{UsageStore.MostAsked + 19}", _usage.Show().Asked[0].Words);
    }

    [Fact]
    public void Forget_WhatIsNotKept_IsGoneFromTheFile()
    {
        Answer("secret", 2, File(1, "secret.pdf"), File(2, "plain.pdf"));
        _usage.NoteOpened(1, "/home/sam/secret.pdf"u8.ToArray());

        Assert.True(_usage.Forget(id => id == 2));

        Assert.DoesNotContain("secret", RawText.OfDatabase(FilePath), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(_usage.LastList()).Id);
        Assert.True(_usage.Clear());
        Assert.DoesNotContain("plain", RawText.OfDatabase(FilePath), StringComparison.Ordinal);
        Assert.Equal(UsageReport.Nothing.Files, _usage.Show().Files);
    }

    [Fact]
    public void Show_NothingKept_MakesNoFile()
    {
        Assert.Empty(_usage.Show().Asked);
        Assert.True(_usage.Clear());
        Assert.False(System.IO.File.Exists(FilePath));
    }

    private void Answer(string words, long count, params FileEntry[] files) => _usage.NoteAnswer(
        new Intent(IntentKind.Find, new FileQuery { Words = words.Length == 0 ? [] : [words] }), Sample.Facts(IntentKind.Find, count, 5, files), keepsWords: true);

    private static FileEntry File(long id, string name) => Sample.File(name) with { Id = id, Path = $"/home/sam/{name}" };
}
