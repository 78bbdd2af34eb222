using BitBuddy.Brains;

namespace BitBuddy.App.Json;

internal sealed record HostJson(int Pid, string Started, string? Brain, string State, string Since, long? PrivateBytes, string? Files)
{
    public static HostJson Of(HostRecord host) =>
        new(host.Pid, Words.Of(host.Started), host.Brain, host.State, Words.Of(host.Since), RunFolder.WorkerBytes(host), host.Files);
}
