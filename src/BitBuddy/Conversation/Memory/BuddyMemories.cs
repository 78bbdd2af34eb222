using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>The memories of all buddies, shown, put right and erased by the user.</summary>
public sealed class BuddyMemories
{
    private readonly Erasure _erasure;
    private readonly Func<BuddyFolder?, MemoryDatabase> _open;
    private readonly Func<IReadOnlyList<string>> _hidden;
    private readonly TimeProvider _clock;

    internal BuddyMemories(Erasure erasure, Func<BuddyFolder?, MemoryDatabase> open, Func<IReadOnlyList<string>> hidden, TimeProvider clock) =>
        (_erasure, _open, _hidden, _clock) = (erasure, open, hidden, clock);

    /// <summary>What a buddy remembers; null is the one that answers without any set-up.</summary>
    public Remembered Of(BuddyFolder? buddy) => Memory(buddy).Read() with { Hidden = _hidden() };

    /// <summary>What was asked, the last first.</summary>
    public IReadOnlyList<AskedBefore> Asked(BuddyFolder? buddy, int most) => Memory(buddy).Asked(most);

    /// <summary>Puts one thing right. What was said with the old one is forgotten.</summary>
    /// <exception cref="BuddyException">There is no such thing, or it cannot be so.</exception>
    public async Task CorrectAsync(BuddyFolder? buddy, long id, string text)
    {
        var memory = Memory(buddy);
        var told = Find(memory, id);
        if (Told.Problem(told.Kind, told.What, text) is { } problem)
            throw new BuddyException($"That cannot be remembered. The rule: {problem}.", ExitCode.Usage);
        Require(await _erasure.ForgetAsync(memory, () => memory.Correct(id, text)));
    }

    /// <summary>Erases one thing.</summary>
    /// <exception cref="BuddyException">There is no such thing, or it could not be erased.</exception>
    public async Task ForgetAsync(BuddyFolder? buddy, long id)
    {
        var memory = Memory(buddy);
        Find(memory, id);
        Require(await _erasure.ForgetAsync(memory, () => memory.Forget([id]) is not null));
    }

    /// <summary>Erases everything told, asked and lived.</summary>
    /// <exception cref="BuddyException">It could not be erased.</exception>
    public async Task ForgetAllAsync(BuddyFolder? buddy)
    {
        var memory = Memory(buddy);
        Require(await _erasure.ForgetAsync(memory, memory.ForgetAll));
    }

    private BuddyMemory Memory(BuddyFolder? buddy) => new(_open(buddy), _clock);

    private static Told Find(BuddyMemory memory, long id) => memory.Read().Told.FirstOrDefault(told => told.Id == id)
        ?? throw new BuddyException($"Nothing in the memory has the number {id}; see `bitbuddy buddy memory`.", ExitCode.NotFound);

    private static void Require(bool done)
    {
        if (!done)
            throw new BuddyException("The memory cannot be written now, or another process is in the way; try again.");
    }
}
