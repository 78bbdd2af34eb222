using BitBuddy.Brains;

namespace BitBuddy.App.Json;

internal sealed record HostJson(int Pid, string Started, string? Brain, string State)
{
    public static HostJson Of(HostRecord host) => new(host.Pid, Words.Of(host.Started), host.Brain, host.State);
}
