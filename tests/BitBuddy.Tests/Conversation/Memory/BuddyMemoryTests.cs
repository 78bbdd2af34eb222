using BitBuddy.Conversation;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Conversation.Memory;

public sealed class BuddyMemoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mémory ").FullName;
    private readonly FakeTimeProvider _clock = Sample.Clock();
    private readonly MemoryDatabase _database;
    private readonly BuddyMemory _memory;

    public BuddyMemoryTests() => _memory = new BuddyMemory(_database = new MemoryDatabase(FilePath), _clock);

    private string FilePath => Path.Combine(_folder, "memory.db");

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Tell_TheSameAgain_TheLastWordCountsAndTheVersionChanges()
    {
        var nothing = _memory.Read().Version;
        _memory.Tell(ToldKind.Name, "", "Sam");
        _memory.Tell(ToldKind.Place, "thesis", "Uni/Old");
        var before = _memory.Read();
        _memory.Tell(ToldKind.Name, "", "Max");
        _memory.Tell(ToldKind.Place, "Thésis", "Uni/New");
        var after = _memory.Read();

        Assert.Equal(("Max", "Uni/New"), (after.UserName, Assert.Single(after.Told, told => told.Kind == ToldKind.Place).Text));
        Assert.Equal(3, new[] { nothing, before.Version, after.Version }.Distinct().Count());
    }

    [Fact]
    public void Note_OneMoreQuestion_ChangesNoVersion()
    {
        _memory.Note(IntentKind.Count, "how many pdfs", keepsWords: true);
        var first = _memory.Read().Version;
        _memory.Note(IntentKind.Find, "and my tax?", keepsWords: true);

        Assert.Equal(first, _memory.Read().Version);
        Assert.Equal(["and my tax?", "how many pdfs"], _memory.Asked(10).Select(asked => asked.Question));
        Assert.Equal(IntentKind.Find, _memory.Asked(1)[0].Intent);
    }

    [Fact]
    public void Note_DaysAndQuestions_GrowSlowlyAndAreRemembered()
    {
        var seen = new List<Relationship>();
        for (var day = 0; day < 65; day++)
        {
            for (var i = 0; i < 5; i++)
                _memory.Note(IntentKind.Count, "how many", keepsWords: true);
            seen.Add(_memory.Read().Growth.Relationship);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        var growth = _memory.Read().Growth;
        Assert.Equal((65, 325L, Sample.Now), (growth.Days, growth.Questions, growth.Met!.Value));
        Assert.Equal([Relationship.New, Relationship.Acquainted, Relationship.Friends, Relationship.Close], seen.Distinct());
        Assert.Equal(["our first question", "our 7th day", "our 100th question", "our 30th day"], _memory.Read().Told.Select(told => told.Text));
    }

    [Fact]
    public void Note_ManyQuestionsOnOneDay_MakeNoFriend()
    {
        for (var i = 0; i < 1200; i++)
            _memory.Note(IntentKind.Count, $"question {i}", keepsWords: true);

        Assert.Equal(Relationship.New, _memory.Read().Growth.Relationship);
        Assert.Equal(BuddyMemory.MostAsked, _memory.Asked(5000).Count);
    }

    [Fact]
    public void Forget_OneThing_LeavesNothingOfItInTheFile()
    {
        _memory.Tell(ToldKind.Note, "", "Rumpelstiltskin");
        _memory.Tell(ToldKind.Note, "", "kept");
        var told = _memory.Read().Told;

        Assert.Equal(1, _memory.Forget([told[0].Id]));

        Assert.Equal(["kept"], _memory.Read().Notes.Select(note => note.Text));
        Assert.DoesNotContain("Rumpelstiltskin", Texts(), StringComparison.OrdinalIgnoreCase);
        _memory.Tell(ToldKind.Note, "", "another");
        Assert.DoesNotContain(told[0].Id, _memory.Read().Told.Select(one => one.Id));
    }

    [Fact]
    public void ForgetAll_Everything_IsAsNew()
    {
        _memory.Tell(ToldKind.Name, "", "Rumpelstiltskin");
        _memory.Note(IntentKind.Count, "where is Rapunzel", keepsWords: true);

        Assert.True(_memory.ForgetAll());

        Assert.Equal((0, Growth.None), (_memory.Read().Told.Count, _memory.Read().Growth));
        Assert.Empty(_memory.Asked(10));
        Assert.DoesNotContain("Rumpelstiltskin", Texts(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Rapunzel", Texts(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Tell_AHundredAndOne_IsRefusedAndKnownThingsMayStillChange()
    {
        for (var i = 0; i < Told.Most; i++)
            Assert.True(_memory.Tell(i == 0 ? ToldKind.Name : ToldKind.Note, "", $"thing {(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"));

        Assert.False(_memory.Tell(ToldKind.Note, "", "one more"));
        Assert.True(_memory.Tell(ToldKind.Name, "", "Sam"));
    }

    [Fact]
    public void Correct_OneThing_TheOldIsGone()
    {
        _memory.Tell(ToldKind.Name, "", "Rumpelstiltskin");

        Assert.True(_memory.Correct(_memory.Read().Told[0].Id, "Sam"));
        Assert.False(_memory.Correct(99, "Sam"));

        Assert.Equal("Sam", _memory.Read().UserName);
        Assert.DoesNotContain("Rumpelstiltskin", Texts(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("how many pdfs in my thesis", "how many pdfs in the folder Uni/Thesis")]
    [InlineData("My Thesis, please", "the folder Uni/Thesis, please")]
    [InlineData("how many pdfs in my theses", "how many pdfs in my theses")]
    [InlineData("show my thesis plan", "show the folder Uni/Plans")]
    public void Placed_WhatWasTold_IsTheFolderItMeans(string question, string expected)
    {
        _memory.Tell(ToldKind.Place, "thesis", "Uni/Thesis");
        _memory.Tell(ToldKind.Place, "thesis plan", "Uni/Plans");

        Assert.Equal(expected, _memory.Read().Placed(question));
    }

    [Fact]
    public void RecallLine_NameAndLastNotes_AreDataAndShort()
    {
        Assert.Equal("", RecallLine.Of(Remembered.Nothing));
        _memory.Tell(ToldKind.Name, "", "Sam");
        _memory.Tell(ToldKind.Place, "thesis", "Uni/Thesis");
        _memory.Tell(ToldKind.Note, "", "an old thing");
        _memory.Tell(ToldKind.Note, "", new string('x', 200));
        _memory.Tell(ToldKind.Note, "", "no meetings");

        var line = RecallLine.Of(_memory.Read());

        Assert.StartsWith("The user's name is Sam. The user told you: xxx", line, StringComparison.Ordinal);
        Assert.EndsWith("; no meetings.\n", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Uni", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 1, 160);
    }

    private string Texts() => RawText.OfDatabase(FilePath);
}
