using System.Security.Cryptography;
using BitBuddy.App;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Personalities;
using BitBuddy.Tests.Brains;
using BitBuddy.Tests.Conversation.Grounding;

namespace BitBuddy.Tests.Injections;

/// <summary>A user's machine, and the whole app run on it in this process, with a brain that says what it is taught.</summary>
public sealed class InjectionMachine : IDisposable
{
    private readonly TempHome _temp = new();
    private readonly ConnectionWatch _watch = new();
    private readonly string _brainFile;

    public InjectionMachine()
    {
        foreach (var decoy in (string[])["user/.ssh/id_rsa", "user/Documents/notes.txt", "user/files/report.txt", "user/files/Private/diary.md", "pwned.txt"])
            _temp.Write(decoy, "dear"u8.ToArray());
        _brainFile = _temp.Write("brain.gguf", TinyGguf.Whole().Bytes());
        _temp.Home.TryCreate();
    }

    /// <summary>Where an exported buddy goes.</summary>
    public string Export => Path.Combine(_temp.Root, "exported.buddy");

    public string Folder => Path.Combine(_temp.Root, "user", "files");
    public IReadOnlyList<string> Connections => _watch.Heard;

    /// <summary>Hears of connections from here on, in this test.</summary>
    public void Follow() => _watch.Follow();

    /// <summary>The file that is an injection, by its name and by what it holds.</summary>
    public string File { get; private set; } = "";

    internal RecitingBrain Brain { get; } = new();
    internal string BrainFile => _brainFile;
    internal BuddyHome Home => _temp.Home;

    /// <summary>Puts the text wherever somebody else could: into a name, a file, each free field of a personality, and the brain's mouth.</summary>
    public void Inject(string name, string text)
    {
        if (System.IO.File.Exists(File))
            System.IO.File.Delete(File);
        File = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(File, text);
        static string Cut(string text, int most) => text.Length <= most ? text : NameText.Cut(text, most);
        var who = Characters.Get("nova") with
        {
            Name = "Test", Humor = 10, Curiosity = 10, NarrativeArc = Cut(text, 60), FavoritePhrases = [Cut(text, 120)], Specialties = [Cut(text, 60)],
            MoodIndicators = new MoodIndicators { Healthy = Cut(text, 40), Confused = Cut(text, 40), Sick = Cut(text, 40), Critical = Cut(text, 40) },
        };
        var folder = Path.Combine(_temp.Home.Buddies, "Test");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllBytes(Path.Combine(folder, "personality.json"), PersonalityWriter.Write(who, indented: true));
        Brain.Learn([[text], [$" I found {name} for you."], [$" Only \"{name}\" is there."]], 4);
    }

    /// <summary>Runs the app as a user does.</summary>
    public async Task<(int ExitCode, string Out, string Err)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(() => TextReader.Null, output, error, inputIsTerminal: false, outputIsTerminal: false, errorIsTerminal: false);
        using var interrupt = new Interrupt();
        var session = new Session(arguments, terminal, interrupt, TimeProvider.System, 0, (_, _, _) => Task.FromResult(new LoadedBrain(Brain, Count: null, Brain)), home: _temp.Home);
        await using (session)
            return (await Cli.RunAsync(session, TestContext.Current.CancellationToken), output.ToString(), error.ToString());
    }

    /// <summary>Buddies that came in by an import.</summary>
    public IEnumerable<string> Imported() => Directory.GetDirectories(_temp.Home.Buddies).Select(path => Path.GetFileName(path)).Where(name => name is not ("Test" or "Pixel"));

    /// <summary>Every file of the user, and what the app itself may never rewrite: where, when, what.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. Directory.EnumerateFileSystemEntries(_temp.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(path => !path.StartsWith(_temp.Home.Root, StringComparison.Ordinal) || path.EndsWith("personality.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(path => System.IO.File.Exists(path)
                ? $"{path} {System.IO.File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(path)))}" : path),
    ];

    public void Dispose()
    {
        _watch.Dispose();
        _temp.Dispose();
    }
}
