using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Files.Contents.Readers;
using BitBuddy.Llama;

namespace BitBuddy.App;

/// <summary>What every command is given: the terminal, the clock, and the host built on first need.</summary>
/// <param name="home">Null: the user's.</param>
/// <param name="reader">The process that reads files which are no plain text; null where there is none.</param>
internal sealed class Session(
    string[] arguments, Terminal terminal, Interrupt interrupt, TimeProvider clock, long startedAt, BrainLoader? loader, BrainShrinker? shrinker = null, BuddyHome? home = null,
    ReaderStart? reader = null) : IAsyncDisposable
{
    private BuddyHost? _host;

    public string[] Arguments { get; } = arguments;
    public Terminal Terminal { get; } = terminal;
    public Interrupt Interrupt { get; } = interrupt;
    public TimeProvider Clock { get; } = clock;

    /// <summary>Timestamp of the start of the process.</summary>
    public long StartedAt { get; } = startedAt;

    public BuddyHost Host => _host ??= NewHost();

    /// <summary>A host beside the usual one; the caller ends it.</summary>
    public BuddyHost NewHost() => new(home ?? BuddyHome.Locate(), loader, Clock, LlamaEngine.Version) { Shrinker = shrinker, Reader = reader };

    /// <summary>Says what is off, each once, on stderr.</summary>
    public void SayNotes()
    {
        foreach (var note in Host.Notes.Take())
            Terminal.Note(note);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
