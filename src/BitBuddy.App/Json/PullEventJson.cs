using System.Text.Json.Serialization;
using BitBuddy.Brains;

namespace BitBuddy.App.Json;

/// <summary>One line of <c>brain pull --json</c>; what an event does not have is left out.</summary>
internal sealed record PullEventJson(string Event)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BytesPerSecond { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SecondsLeft { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Pid { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? When { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrainJson? Brain { get; init; }

    public static PullEventJson Of(PullEvent one, bool used) => one switch
    {
        PullEvent.Starting(var bytes, var total) => new("starting") { Bytes = bytes, Total = total },
        PullEvent.Progress(var bytes, var total, var speed, var left) =>
            new("progress") { Bytes = bytes, Total = total, BytesPerSecond = Math.Round(speed), SecondsLeft = left is { } time ? Math.Round(time.TotalSeconds, 1) : null },
        PullEvent.Waiting(var pid, var bytes, var total) => new("waiting") { Pid = pid, Bytes = bytes, Total = total },
        PullEvent.Restarted(var why) => new("restarted") { Why = why },
        PullEvent.Retrying(var why, var when) => new("retrying") { Why = why, When = Words.Of(when) },
        PullEvent.Verifying(var bytes, var total) => new("verifying") { Bytes = bytes, Total = total },
        PullEvent.Done(var brain) => new("done") { Brain = BrainJson.Of(brain, used) },
        _ => throw new InvalidOperationException($"{one.GetType().Name} has no words."),
    };
}
