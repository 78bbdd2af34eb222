using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy;

/// <summary>The memories that are open, with what is off about them told.</summary>
internal sealed class OpenMemories(BuddyHome home, Notes notes) : IDisposable
{
    private readonly List<MemoryDatabase> _open = [];

    /// <summary>A buddy's memory; null: of the one that answers while none was met.</summary>
    public MemoryDatabase Of(BuddyFolder? folder)
    {
        var memory = new MemoryDatabase(folder?.MemoryPath ?? Path.Combine(home.Buddies, Characters.Default.Name, "memory.db"));
        _open.Add(memory);
        notes.Watch(() => memory.Note);
        return memory;
    }

    public void Dispose() => _open.ForEach(memory => memory.Dispose());
}
