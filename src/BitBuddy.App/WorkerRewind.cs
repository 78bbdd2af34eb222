using BitBuddy.Brains;
using BitBuddy.Llama.Worker;

namespace BitBuddy.App;

/// <summary>The worker's way back, as the buddy knows it.</summary>
internal sealed class WorkerRewind(WorkerChatClient client) : IRewind
{
    public void Rewind(int position, IReadOnlyList<int> closed) => client.Rewind(position, closed);
}
