using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Personalities;
using BitBuddy.Tests.Brains;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>A buddy with a real folder to answer from, and a brain that says what a test wants, on Wednesday 2026-06-17 at noon.</summary>
public sealed class FactShelf : IAsyncLifetime
{
    private static readonly (string Name, int Bytes, int DaysAgo)[] Files =
    [
        ("Documents/tax return 2019.pdf", 345_678, 800), ("Documents/Taxes/tax 2024.pdf", 1_234_567, 3), ("Documents/Taxes/tax 2023.pdf", 12_000, 400),
        ("Documents/thesis draft.docx", 45_600, 1), ("Documents/notes.md", 900, 0), ("Documents/invoice-117.pdf", 77_700, 30), ("Documents/budget.xlsx", 5_150, 12),
        ("Pictures/beach.jpg", 2_400_000, 700), ("Pictures/IMG_0042.jpg", 3_100_000, 6), ("Pictures/Holiday Plans/map.png", 150_000, 65), ("Pictures/cat.png", 98_000, 2),
        ("Videos/party.mp4", 9_800_000, 250), ("Videos/lecture 7.mkv", 8_100_000, 90), ("Music/song.mp3", 4_200_000, 1500), ("Music/intro.wav", 610_000, 1501),
        ("Downloads/setup.exe", 7_300_000, 20), ("Downloads/archive.zip", 6_543_210, 21), ("Projects/main.py", 1_700, 4), ("Projects/data.json", 25_000, 4), ("Projects/2022/old.c", 310, 1400),
    ];

    private static readonly string[] Questions =
    [
        "how many files do I have", "how many pdfs are there", "count my videos", "how many presentations", "find tax", "find the tax pdfs", "where is my thesis", "where are the tax files",
        "show my photos", "list all files", "list my pdfs", "my biggest file", "the 3 biggest files", "my newest file", "newest 2 documents", "oldest picture", "smallest file", "biggest video",
        "files from last week", "files from yesterday", "pdfs from this year", "files older than 3 years", "files over 5 MB", "pictures under 100 KB", "documents in Taxes", "photos in Pictures",
        "how big is party.mp4", "when did I change notes.md", "how big are my videos", "find budgit", "find unicorn", "how many archives in Downloads", "music from 2022", "find documnets about tax",
        "status", "how are you", "hello", "tell me a joke", "who are you", "thanks", "bye", "help", "what is the capital of France", "clean up my downloads", "find invoice", "my code files",
        "latest download", "files between 1 MB and 4 MB", "when was lecture 7 changed", "which is the biggest music file",
    ];

    private readonly TempHome _temp = new();
    private BuddyHost _host = null!;
    private Buddy _buddy = null!;
    private IReadOnlyList<string> _folders = [];
    private bool _canGoBack;

    internal RecitingBrain Brain { get; } = new();

    internal FakeTimeProvider Clock { get; } = Sample.Clock();

    /// <summary>What was understood and found, by the question.</summary>
    internal List<(string Question, Intent Intent, Facts Facts)> Answers { get; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, bytes, daysAgo) in Files)
        {
            var path = _temp.Write(Path.Combine("shelf", name), new byte[bytes]);
            File.SetLastWriteTimeUtc(path, Sample.Now.AddDays(-daysAgo).AddHours(-1).UtcDateTime);
        }

        _host = new BuddyHost(_temp.Home, (_, _, _) => Task.FromResult(new LoadedBrain(Brain, Count: null, _canGoBack ? Brain : null)), Clock);
        _folders = await _host.PrepareAsync([Path.Combine(_temp.Root, "shelf")], null, CancellationToken.None);
        _buddy = _host.Buddy(null);
        foreach (var question in Questions)
        {
            await foreach (var part in _buddy.AskAsync(new Question(question) { Folders = _folders }))
            {
                if (part is ReplyPart.Done { Reply: var reply })
                    Answers.Add((question, reply.Intent, reply.Facts));
            }
        }

        await _host.Choice.SettleAsync(_temp.Write("brain.gguf", TinyGguf.Whole().Bytes()), null, CancellationToken.None);
    }

    /// <summary>What the screen shows of the reply, and the reply.</summary>
    /// <param name="canGoBack">The brain takes back what was refused; else it only streams.</param>
    internal async Task<(string Shown, Reply Reply)> AskAsync(string question, IReadOnlyList<IReadOnlyList<string>> script, int grain, bool canGoBack)
    {
        if (_canGoBack != canGoBack)
            await _host.Life!.SleepAsync();
        _canGoBack = canGoBack;
        Brain.Learn(script, grain);
        var shown = "";
        Reply? reply = null;
        await foreach (var part in _buddy.AskAsync(new Question(question) { Folders = _folders, Fresh = true }))
        {
            shown += part is ReplyPart.Words words ? words.Text : "";
            reply = part is ReplyPart.Done done ? done.Reply : reply;
        }

        return (shown, reply!);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    internal GroundingGuard Guard(Intent intent, Facts facts, Personality personality, Mood mood, bool waits = true) =>
        new(facts, Sayings.Of(intent, facts, personality, mood, Clock), Clock, waits);
}
