using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>A buddy's memory in a talk: what is recalled for a reply, what is told, what was asked.</summary>
/// <param name="hidden">Names that are never mentioned.</param>
internal sealed class Memories(BuddyMemory memory, SayingReader reader, Erasure erasure, Func<IReadOnlyList<string>> hidden)
{
    private readonly Listener _listener = new(memory, erasure);

    public Remembered Recall() => memory.Read() with { Hidden = hidden() };

    /// <summary>Null: it is a question.</summary>
    public Saying? Read(string text) => reader.Read(text);

    /// <inheritdoc cref="Listener.HearAsync"/>
    public Task<string> HearAsync(Saying saying, Remembered known, Personality who, int turn, CancellationToken cancellationToken) =>
        _listener.HearAsync(saying, known, who, turn, cancellationToken);

    /// <summary>Notes a question; one that speaks of what is never mentioned only counts.</summary>
    public void Note(IntentKind intent, string question, Remembered known) => memory.Note(intent, question, keepsWords: !known.SpeaksOfHidden(question));
}
