using System.Text.Json.Serialization;

namespace BitBuddy.Personalities;

/// <summary>The measured causes in force, as <c>health.json</c> keeps them.</summary>
internal sealed record HealthMarks
{
    public IReadOnlyList<HealthMark> InForce { get; init; } = [];
}

/// <summary>A cause that depends on a measure, so that it could come and go with each look.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthMark>))]
internal enum HealthMark
{
    DiskLow,
    DiskCritical,
    MemoryTight,
    IndexStale,
}
